/** The French texts of the figures. */
import type { FigureName, GroupName } from './figures.ts';

const figures: Record<FigureName, string> = {
  sessions: 'Séances tenues',
  sessionMinutes: 'Durée d’accompagnement',
  membersSeen: 'Membres vus dans le mois',
  interviewsSigned: 'Entretiens légaux signés',
  asks: 'Demandes d’appui',
  asksAnswered: 'Demandes répondues',
  answerMinutes: 'Délai médian de réponse, dernier mois',
  statements: 'États des comptes',
  turnoverCents: 'Chiffre d’affaires',
  marginCents: 'Marge',
  contributionCents: 'Contribution coopérative',
  resultCents: 'Résultat',
  treasuryCents: 'Trésorerie, dernier mois',
  treasuriesBelowZero: 'Activités en trésorerie négative',
  linesAccepted: 'Frais acceptés',
  linesRefused: 'Frais refusés',
  membersCape: 'En CAPE',
  membersEmployed: 'Entrepreneurs salariés',
  membersAssociate: 'Associés',
  entries: 'Entrées',
  exits: 'Sorties',
  capeToEmployed: 'Passages de CAPE à salarié',
  cohort36: 'Entrés il y a 36 mois',
  retained36: 'dont toujours là',
  associates36: 'dont associés',
  events: 'Événements',
  eventSeats: 'Places proposées',
  seatsTaken: 'Places prises',
  posts: 'Annonces',
  needs: 'Besoins',
  needsMet: 'Besoins pourvus',
  replies: 'Réponses',
  partnerActs: 'Actes avec les partenaires',
  partnerMinutes: 'Temps avec les partenaires',
  agreements: 'Conventions qui débutent',
  agreementCents: 'Montant de ces conventions',
  opportunities: 'Opportunités repérées',
  opportunitiesGo: 'Opportunités à saisir',
  opportunitiesNoGo: 'Opportunités laissées',
  experimentsAdopted: 'Expérimentations adoptées',
};

const groups: Record<GroupName, string> = {
  accounts: 'Santé financière',
  coaching: 'Accompagnement',
  members: 'Membres',
  community: 'Entraide',
  outside: 'Événements et rayonnement',
};

const lists: Record<GroupName, string> = {
  accounts: 'Par membre',
  coaching: 'Suivi des entretiens',
  members: 'Annuaire',
  community: 'Panneau',
  outside: 'Événements',
};

export const fr = {
  about:
    'Ces chiffres sont tirés de ce que la coopérative a reçu, mois par mois\u00a0: ni nom ni texte. Ils arrivent un instant après ce qui les change, et restent lisibles sans réseau.',
  year: 'Année',
  month: 'Mois',
  table: 'Voir les nombres',
  none: 'Aucun chiffre pour l’instant.',
  noneHint: 'Ils apparaissent avec les premières séances, les premiers états des comptes.',
  span: (first: string, last: string) => `${first} à ${last}`,
  sameMonths: (year: number) => `Mêmes mois ${year}`,
  groups,
  lists,
  figures,
};
