import { expect, test } from 'vitest';

import type { Command, RefusedItem, SyncView } from '../../client/generated/types.ts';
import { TEXTS as CATALOGUES } from '../../kinds/catalogue.ts';
import { type Facts, diagnosticOf } from './diagnostic.ts';
import type { Measured } from './measure.ts';
import type { FileRoom } from './room.ts';
import { TEXTS } from './texts.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
/** Whatever a person or a cooperative may be known by. */
const CANARIES = {
  name: 'Zoé Canari',
  text: 'Pain pour le stand de Canari',
  member: '01JCANAR1MEMBERXXXXXXXXXXXX',
  doc: '01JCANAR1DXCXXXXXXXXXXXXXXX',
  hash: 'cafe'.repeat(16),
  amount: 777_777,
  path: 'expenses/01JCANAR1ENTRYXXXXXXXXXXXX/cents',
  key: '01JCANAR1KEYXXXXXXXXXXXXXXX',
  origin: 'besace.canari.coop',
};
const SHOWN = /canar|zoé|pain|stand|cafe|777|expenses\/|01J|besace\.|http|\d{4}-\d{2}/i;

const sync: SyncView = {
  link: 'offline',
  unsent: 3,
  saving: 0,
  refused: 3,
  conflicts: 1,
  rereads: 0,
  away: 4,
  lastContactAt: '2026-03-02T09:00:00Z',
  nextTryAt: '2026-03-02T12:00:30Z',
  docs: 12,
  remaining: 2,
  firstDownload: false,
  problem: 'upgrade',
  clockSkewMs: 4_200,
  unreadableRows: 1,
  storageFailed: true,
  restarts: 1,
  setAside: [
    {
      doc: CANARIES.doc,
      kind: 'activity',
      owner: CANARIES.member,
      ownerName: CANARIES.name,
      key: CANARIES.key,
      waiting: 2,
      text: CANARIES.text,
    },
  ],
};

const refusal = (code: string): RefusedItem => ({
  id: CANARIES.amount,
  command: { type: 'addExpense', id: CANARIES.key, expense: { label: CANARIES.text } } as unknown as Command,
  text: CANARIES.text,
  kind: 'activity',
  owner: CANARIES.member,
  ownerName: CANARIES.name,
  createdAt: '2026-03-01T09:00:00Z',
  refusedAt: '2026-03-01T09:00:01Z',
  code: code as RefusedItem['code'],
  path: CANARIES.path,
  barred: false,
  place: null,
  fromName: CANARIES.name,
});

const share = (files: number) => ({ files, bytes: files * 1000 });
const files: FileRoom = {
  ways: { kept: share(0), waiting: share(2), received: share(5), refused: share(1), fetched: share(9) },
  free: share(9),
};
const measured: Measured = {
  bytes: {
    docs: 1_000_000,
    waiting: 2_000,
    sent: 3_000,
    drafts: 4_000,
    attached: 5_000,
    fetched: 6_000,
    thumbs: 0,
    app: 7_000_000,
    reserve: 6_000_000,
  },
  isWhole: true,
  kinds: { 3: 2, 6: 9, 99: 1 },
  files,
  estimate: { usage: 15_000_000, quota: 10_000_000_000 },
};

const facts: Facts = {
  version: '0.0.0',
  build: '/assets/worker-C0ffee12.js',
  agent: `Mozilla/5.0 (Linux; Android 14; ${CANARIES.name}) Chrome/131.0.0.0`,
  language: 'fr',
  installed: false,
  persisted: true,
  nowMs: NOW,
  sync,
  refused: { rows: [refusal('forbidden'), refusal('closed'), refusal('forbidden')], total: 3 },
  measured,
  faults: {
    page: [{ at: NOW - 200_000, name: 'TypeError', code: '', place: 'index.js:1:2345' }],
    worker: [{ at: NOW - 5_000, name: 'FenceLost', code: 'crashed', place: '' }],
  },
};

const told = (over: Partial<Facts> = {}): string => {
  const all = { ...facts, ...over };
  return diagnosticOf(all, TEXTS[all.language], CATALOGUES.fr).replaceAll(/[\u00a0\u202f]/g, ' ');
};

test('it says how the app is doing', () => {
  expect(told()).toMatchInlineSnapshot(`
    "Besace, diagnostic

    Version : 0.0.0 · worker-C0ffee12
    Navigateur : Chrome 131
    Système : Android 14
    Langue : fr
    Installée : non
    Stockage protégé : oui

    # Place
    Dossiers : 1 Mo
    Saisies qui attendent d’être reçues : 2 ko
    Saisies déjà reçues, gardées par précaution : 3 ko
    Brouillons, et une copie de ce qui attend : 4 ko
    Photos et fichiers ajoutés ici : 5 ko
    Photos et fichiers téléchargés pour les lire : 6 ko
    Petites images des listes : 0 o
    L’application : 7 Mo
    Réserve, pour s’ouvrir quand le téléphone est plein : 6 Mo
    En tout : 14 Mo
    D’après le navigateur : 15 Mo sur 10 Go

    # Envoi et réception
    Liaison : coupée
    Arrêt : upgrade
    Dernier contact : il y a 3 h
    Prochain essai : dans 30 s
    À envoyer : 3
    En cours d’écriture : 0
    Refusées : 3 (forbidden 2, closed 1)
    À vérifier : 1
    À relire : 0
    Mis de côté : 1 (Activité 1)
    Saisies qui les attendent : 2
    Illisibles : 1
    Dernier enregistrement manqué, faute de place : oui
    Horloge, écart : 4 s
    Reprises du relais : 1

    # Dossiers
    Sur ce téléphone : 12
    Encore à venir : 2
    Premier chargement en cours : non
    Activité : 2
    Événement : 9
    genre 99 : 1

    # Photos et fichiers
    Ajoutés ici, pas encore enregistrés : 0
    Ajoutés ici, en attente d’envoi : 2
    Ajoutés ici, reçus : 5
    Ajoutés ici, refusés : 1
    Téléchargés : 9

    # Erreurs depuis l’ouverture
    il y a 3 min · écran · TypeError · index.js:1:2345
    il y a 5 s · moteur · FenceLost · crashed"
  `);
});

test('it holds nothing of anybody: no name, text, amount, identifier, hash or moment', () => {
  const language = 'en' as const;
  for (const text of [told(), told({ language })]) expect(text).not.toMatch(SHOWN);
});

test('words that come from elsewhere are told only where the app knows them', () => {
  const strange = CANARIES.text as never;
  const text = told({
    sync: { ...sync, problem: strange, setAside: [{ ...sync.setAside[0]!, kind: strange }] },
    refused: { rows: [refusal(CANARIES.name)], total: 1 },
    build: `https://${CANARIES.origin}/assets/canari.js`,
  });
  expect(text).not.toMatch(SHOWN);
  expect(text).toContain('unknown_reason');
});

test('what is not known is said to be so', () => {
  const text = told({
    measured: null,
    persisted: undefined,
    sync: { ...sync, lastContactAt: '', nextTryAt: '', setAside: [], problem: null },
    refused: { rows: [refusal('closed')], total: 40 },
    faults: { page: [], worker: [] },
    agent: '',
  });
  expect(text).toContain('Dernier contact : jamais');
  expect(text).toContain('Refusées : 40 (closed 1, autres : 39)');
  expect(text).toContain('# Place\npas compté');
  expect(text).toContain('Stockage protégé : inconnu');
  expect(text).not.toMatch(/undefined|NaN|null/);
});
