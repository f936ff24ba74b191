/** The French texts of the figures of all. */
import type { FigureName, GroupName } from './figures.ts';

const figures: Record<FigureName, string> = {
  members: 'Membres',
  entries: 'Entrées',
  exits: 'Sorties',
  cape_to_employed: 'Passages de CAPE à salarié',
  cohort_36: 'Entrés il y a 36 mois',
  retained_36: 'dont toujours là',
  associates_36: 'dont associés',
  sessions: 'Séances d’accompagnement',
  session_minutes: 'Durée d’accompagnement',
  posts: 'Annonces',
  needs: 'Besoins',
  needs_met: 'Besoins pourvus',
  replies: 'Réponses',
  events: 'Événements',
  event_seats: 'Places proposées',
  seats_taken: 'Places prises',
  mandates: 'Mandats',
  mandates_held: 'dont pourvus',
  voices_asked: 'Voix consultées',
  voices: 'dont exprimées',
  opportunities: 'Opportunités repérées',
  opportunities_go: 'Opportunités à saisir',
  experiments_adopted: 'Expérimentations adoptées',
};

const groups: Record<GroupName, string> = {
  members: 'Membres',
  community: 'Accompagnement et entraide',
  together: 'Vie coopérative',
  ahead: 'Ce qui se prépare',
};

export const fr = {
  about:
    'Ce que chacun peut voir de la coopérative, tiré de ce qu’elle a reçu\u00a0: ni nom, ni argent de personne.',
  underWay: (year: number) =>
    `L’année ${year} n’est pas finie\u00a0: ses chiffres se lisent à côté de ceux de ${year - 1} entière.`,
  few: 'Un tiret\u00a0: moins de cinq personnes, ou rien cette année-là. On n’en dit pas plus.',
  year: 'Année',
  none: 'Aucun chiffre pour l’instant.',
  noneHint: 'Ils apparaissent dès que cinq personnes au moins sont comptées.',
  divisions: { members_: 'Où en sont les membres', 'branch:': 'Par antenne', 'sector:': 'Par secteur' },
  stages: { associate: 'Associés', employed: 'Salariés', cape: 'En CAPE' } as Record<string, string>,
  unsaid: 'Non précisé',
  groups,
  figures,
  services: 'Services mutualisés',
  servicesAbout:
    'Le compte que la coopérative doit à ses membres chaque année\u00a0: ce que coûtent les services communs et ce qui les paie.',
  noServices: 'Pas encore de compte pour cette année.',
  noServicesHint: 'Il est établi par la finance après la clôture, et arrêté par l’assemblée.',
  mayWrite: 'Ajoutez la première ligne\u00a0: une charge, ou ce qui la paie.',
  income: 'Ce qui paie',
  costs: 'Ce que cela coûte',
  balance: 'Solde',
  shared: (share: string) => `Les contributions des membres paient ${share} des services.`,
  stated: (amount: string) => `D’après les états des comptes, les membres ont contribué pour ${amount}.`,
  lastYear: (amount: string) => `l’an dernier\u00a0: ${amount}`,
  provisional: 'Provisoire',
  settled: (day: string) => `Arrêté le ${day}`,
  changed: 'Modifié depuis',
  closes: (day: string) => `Exercice clos le ${day}`,
  state: 'État du compte',
  newLine: 'Nouvelle ligne',
  line: 'Ligne du compte',
  settledHint: 'Le jour où l’assemblée l’a approuvé. Vide tant qu’il peut changer.',
};
