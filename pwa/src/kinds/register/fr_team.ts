/** The French texts of the follow-up of interviews. */
import { fr as s } from '../../lib/i18n/plural.ts';

export const fr = {
  about:
    'Chaque membre sous contrat a droit à deux entretiens par an. Ici figurent les dates, les durées et les signatures\u00a0: rien de ce qui s’y est dit.',
  year: 'Année',
  filter: 'Qui montrer',
  all: 'Tous',
  standings: {
    late: 'En retard',
    soon: 'Bientôt en retard',
    in_time: 'Dans les temps',
    complete: 'À jour',
  },
  filters: {
    late: (n: number) => `En retard ${n}`,
    soon: (n: number) => `Bientôt ${n}`,
    in_time: (n: number) => `Dans les temps ${n}`,
    complete: (n: number) => `À jour ${n}`,
  },
  late: (n: number) => `${n} en retard`,
  soon: (n: number) => `${n} bientôt en retard`,
  inTime: (n: number) => `${n} dans les temps`,
  complete: (n: number) => `${n} à jour`,
  /** Those for whom the rule is not. */
  exempt: (n: number) => s(n, 'personne sans obligation', 'personnes sans obligation'),
  noRule: 'Sans obligation',
  search: 'Chercher une personne',
  none: 'Personne à suivre pour l’instant.',
  noneHint: 'Les membres qui ont une activité apparaissent ici, avec leurs entretiens.',
  noMatch: 'Personne ne correspond.',
  interviews: (done: number, due: number) => `${done} sur ${due}`,
  interviewsOf: (done: number, due: number, year: number) =>
    `${done} sur ${due} entretiens légaux faits et signés en ${year}`,
  toSign: (n: number) => `${n} à signer`,
  toSignLong: (n: number) => s(n, 'entretien fait, à signer', 'entretiens faits, à signer'),
  planned: (n: number) => s(n, 'prévu', 'prévus'),
  plannedLong: (n: number) => s(n, 'entretien prévu', 'entretiens prévus'),
  minutes: (duration: string, year: number) => `${duration} d’accompagnement en ${year}`,
  last: (when: string) => `Vu ${when}`,
  never: 'Pas encore de séance',
  next: (when: string) => `Prochaine séance ${when}`,
  sessions: (year: number) => `Séances de ${year}`,
  noSessions: (year: number) => `Aucune séance en ${year}.`,
  noSessionsHint: 'Une séance apparaît ici dès que le téléphone où elle est notée l’a envoyée.',
  withoutText: 'Le texte de ces séances reste entre le membre et ses accompagnateurs.',
  signedBy: (names: string) => `Signé par ${names}`,
  counts: 'Compte',
  waits: 'À signer',
  contested: 'Signature contestée',
  absent: 'Absent·e',
  card: 'Coordonnées',
};
