/** The shared half of the small cooperative of `fake_data.ts`: events, people, what sync has to say. */
import type {
  AwayItem,
  EventRow,
  EventSheet,
  MemberRow,
  PortfolioRow,
  RefusedItem,
} from '../client/generated/types.ts';
import { newUlid } from '../lib/ulid.ts';
import { COACH, ME, amountConflict, at, camille, info, onPhone, received } from './fake_data.ts';

const event = (days: number, title: string, kind: EventRow['kind'], over: Partial<EventRow>): EventRow => ({
  info: info(received(-20)),
  title,
  kind,
  status: 'confirmed',
  startsAt: at(days, 8),
  endsAt: at(days, 11),
  place: 'Valence, salle Drôme',
  slots: 1,
  branch: '',
  capacity: 12,
  seated: 9,
  waiting: 0,
  tentative: 1,
  declined: 2,
  signupOpen: true,
  isOver: false,
  sequence: 0,
  answer: 'needs-action',
  answerState: null,
  toReconfirm: false,
  seat: 'none',
  waitingRank: null,
  ...over,
});

export const events: EventRow[] = [
  event(3, 'Atelier : calculer son prix de revient', 'workshop', {
    answer: 'accepted',
    seat: 'seated',
    answerState: received(-2),
    seated: 10,
  }),
  event(9, 'Café des entrepreneurs de la Vallée', 'meetup', {
    place: 'Crest, Le Café des Halles',
    capacity: 0,
  }),
  event(16, 'Répondre à un appel d’offres à plusieurs', 'training', {
    answer: 'accepted',
    seat: 'requested',
    answerState: onPhone,
    seated: 12,
    waiting: 3,
    capacity: 12,
  }),
  event(31, 'Assemblée générale', 'assembly', {
    capacity: 0,
    place: 'Valence',
    toReconfirm: true,
    answer: 'accepted',
    seat: 'seated',
    answerState: received(-20),
  }),
  event(40, 'Visite de la Recyclerie', 'partner_event', { status: 'cancelled' }),
];

export function eventSheetOf(row: EventRow): EventSheet {
  return {
    row,
    answerBase: '',
    fields: {
      title: row.title,
      kind: row.kind,
      description:
        'Apportez vos trois dernières factures et une heure de votre temps.\nOn repart avec un prix juste.',
      slots: [{ id: newUlid(), start: row.startsAt, end: row.endsAt, place: row.place }],
      branch: row.branch,
      capacity: row.capacity,
      signupOpen: row.signupOpen,
      status: row.status,
    },
    statuses: ['tentative', 'confirmed', 'cancelled'],
    myAnswer: null,
    going: members
      .slice(0, 4)
      .map(({ member, name, tradeName }) => ({ member, name, tradeName, at: at(-2) })),
    waiting: [],
  };
}

const PEOPLE: [string, string, string, string][] = [
  ['Zoé Lecœur', 'Les Bocaux de Zoé', 'traiteur', 'Vallée'],
  ['Camille Ferrand', '', '', 'Ville'],
  ['Anaïs d’Ornano', 'Fil & Aiguille', 'couture', 'Littoral'],
  ['Léo Brunet', 'Brunet Menuiserie', 'menuiserie', 'Vallée'],
  ['Inès Okafor', 'Cap Formation', 'formation', 'Ville'],
  ['Yann Le Goff', 'Mer & Code', 'développement', 'Littoral'],
  ['Éloïse Ménard', 'Jardins de Lo', 'paysage', 'Vallée'],
];

export const members: MemberRow[] = PEOPLE.map(([name, tradeName, trade, branch], index) => ({
  member: index === 0 ? ME : index === 1 ? COACH : `01JDMEMBER0000000000000${String(index).padStart(3, '0')}`,
  name,
  tradeName,
  trades: trade ? [trade] : [],
  branch,
  roles: index === 1 ? ['coach'] : ['entrepreneur'],
  stage: index === 1 ? null : index % 2 ? 'cape' : 'cesa',
  associate: index % 3 === 0,
  lookingForPartners: index % 2 === 0,
  phone: '06 12 34 56 78',
  email: 'contact@example.coop',
}));

export const portfolio: PortfolioRow[] = members
  .filter((row) => row.member !== COACH)
  .map((row, index) => ({
    member: row.member,
    name: row.name,
    tradeName: row.tradeName,
    stage: row.stage,
    lastSessionAt: index === 5 ? '' : at(-9 - index * 14),
    nextSessionAt: index === 0 ? at(2) : '',
    nextSession: null,
    asksWaiting: index % 3 === 0 ? 1 : 0,
    oldestAskAt: '',
    actionsLate: index === 1 ? 2 : 0,
    statutoryDone: index % 3,
    statutoryDue: 2,
    onPhone: index !== 4,
  }));

export const refused: RefusedItem[] = [
  {
    id: 1,
    command: null,
    text: 'Dépense du 19 novembre\nLocation du fourgon\n120,00 € HT, 24,00 € TVA',
    kind: 'activity',
    owner: ME,
    ownerName: 'Zoé Lecœur',
    createdAt: at(-3),
    refusedAt: at(-2),
    code: 'bad_value',
    path: 'vatRateBp',
    barred: false,
    place: null,
  },
];

export const conflicts = [
  {
    conflict: amountConflict,
    label: 'Déjeuner avec la mairie',
    owner: ME,
    ownerName: 'Zoé Lecœur',
    place: null,
    maySettle: true,
  },
];

export const away: AwayItem[] = [
  {
    kind: 'coaching_log',
    how: 'arrived',
    label: 'Envoyer le modèle de devis',
    by: COACH,
    byName: camille.name,
    at: at(-1, 15),
    place: null,
  },
  {
    kind: 'coaching_log',
    how: 'merged',
    label: 'Séance du 24 novembre',
    by: COACH,
    byName: camille.name,
    at: at(-1, 15),
    place: null,
  },
  {
    kind: 'activity',
    how: 'to_check',
    label: 'Déjeuner avec la mairie',
    by: COACH,
    byName: camille.name,
    at: at(-1, 16),
    place: null,
  },
  {
    kind: 'event',
    how: 'changed',
    label: 'Assemblée générale',
    by: null,
    byName: '',
    at: at(-2),
    place: null,
  },
];
