/** The French texts of imports. */
import { fr as s } from '../../../lib/i18n/plural.ts';
import type { Fault } from './cells.ts';

const faults: Record<Fault, string> = {
  missing: 'rien n’est écrit',
  unreadable: 'ne se lit pas',
  twoWays: 'peut se lire de deux façons',
  outOfBounds: 'montant hors des limites',
  tooLong: 'trop long',
  nobody: 'personne de ce nom',
  several: 'plusieurs personnes de ce nom',
  twice: 'déjà dans le fichier',
  cells: 'plus de cellules que de colonnes',
};

export const fr = {
  about:
    'Un fichier CSV, une ligne par membre et par mois. Rien n’est enregistré avant que tout se lise\u00a0; cela marche sans réseau.',
  target: 'Quoi importer',
  targets: { statements: 'États mensuels', contracts: 'Contrats' },
  file: 'Choisir un fichier CSV',
  notCsv: 'Ce fichier ne se lit pas comme un tableau.',
  columns: 'Quelles colonnes\u00a0?',
  none: '—',
  optional: (name: string) => `${name} (facultatif)`,
  person: 'Membre',
  month: 'Mois',
  kind: 'Contrat',
  lacking: (names: string) => `Il manque\u00a0: ${names}.`,
  ready: (n: number) => s(n, 'ligne prête', 'lignes prêtes'),
  wrong: (n: number) => s(n, 'ligne à corriger dans le fichier', 'lignes à corriger dans le fichier'),
  nothingYet: 'Rien n’a été importé.',
  fault: (line: number, column: string, words: string, text: string) =>
    `Ligne ${line}${column ? `, ${column}` : ''}\u00a0: ${words}${text ? ` («\u00a0${text}\u00a0»)` : ''}`,
  more: (n: number) => `et ${n} de plus`,
  faults,
  preview: 'Aperçu',
  run: (n: number) => `Importer ${s(n, 'ligne', 'lignes')}`,
  progress: (done: number, all: number) => `${done} sur ${all} lignes prêtes à être enregistrées`,
  done: (n: number) => s(n, 'ligne importée', 'lignes importées'),
};
