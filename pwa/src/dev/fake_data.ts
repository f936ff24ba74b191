/** A small cooperative for `vite --mode fake`: enough of each kind of record to look at every screen. */
import type {
  ActionRow,
  AskRow,
  ConflictView,
  ExpenseRow,
  GoalRow,
  Info,
  JournalRow,
  LeadRow,
  Person,
  RecordState,
  SessionRow,
  SessionSheet,
  TripRow,
} from '../client/generated/types.ts';
import { addDays, dayOf } from '../lib/dates.ts';
import { newUlid } from '../lib/ulid.ts';

export const ME = '01JDZOE0000000000000000ZOE';
export const COACH = '01JDCOACH000000000000COACH';
export const today = dayOf(Date.now());

/** The date some days from now. */
export const day = (days: number): string => addDays(today, days);
/** An instant some days from now, at an hour of UTC. */
export const at = (days: number, hour = 9): string => `${day(days)}T${String(hour).padStart(2, '0')}:00:00Z`;

export const received = (days: number): RecordState => ({ state: 'received', at: at(days, 13) });
export const onPhone: RecordState = { state: 'onPhone' };

export function info(state: RecordState, days = -1, conflicts: ConflictView[] = []): Info {
  return {
    id: newUlid(),
    state,
    mayEdit: true,
    conflicts,
    rereads: [],
    base: '',
    createdBy: ME,
    createdByName: 'Zoé Lecœur',
    createdAt: at(days),
    updatedAt: '',
    removedAt: '',
  };
}

export const camille: Person = { member: COACH, name: 'Camille Ferrand' };

export const journal: JournalRow[] = [
  {
    info: info(onPhone, 0),
    date: day(0),
    text: 'Appel de la mairie de Crest : ils cherchent un traiteur pour la fête des associations, 80 personnes, budget serré mais visibilité.',
  },
  {
    info: info(received(-1)),
    date: day(-1),
    text: 'Marché de Die : 14 ventes, les bocaux de chutney partent tous. Prévoir le double samedi prochain.',
  },
  {
    info: info(received(-1)),
    date: day(-1),
    text: 'Idée : proposer un atelier « conserves » avec l’Épicerie d’Aubenas.',
  },
  {
    info: info(received(-6)),
    date: day(-6),
    text: 'Premier retour de la cheffe de la cantine : elle veut une carte de saison.',
  },
  { info: info(received(-34)), date: day(-34), text: 'Inscription au groupe local Vallée.' },
];

export const amountConflict: ConflictView = {
  id: 'c1',
  field: 'netCents',
  values: [
    { value: 4250, by: ME, byName: 'Zoé Lecœur', mine: true, at: at(0, 7) },
    { value: 4520, by: COACH, byName: 'Camille Ferrand', mine: false, at: at(-1, 16) },
  ],
};

const expense = (
  state: RecordState,
  days: number,
  label: string,
  net: number,
  vat: number,
  category: ExpenseRow['fields']['category'],
  conflicts: ConflictView[] = [],
): ExpenseRow => ({
  info: info(state, days, conflicts),
  fields: { date: day(days), category, label, netCents: net, vatCents: vat, vatRateBp: 550, kind: 'cash' },
});

export const expenses: ExpenseRow[] = [
  expense(onPhone, 0, 'Cagettes de tomates, Ferme des Œillets', 8640, 475, 'materials'),
  expense(received(-1), -1, 'Déjeuner avec la mairie', 4250, 425, 'meal', [amountConflict]),
  expense(received(-1), -1, 'Bocaux 35 cl, palette', 21890, 4378, 'supplies'),
  expense({ state: 'refused', code: 'bad_value', item: 1 }, -3, 'Location du fourgon', 12000, 2400, 'travel'),
  expense(received(-12), -12, 'Formation hygiène', 18000, 0, 'training'),
  expense(received(-30), -30, 'Forfait téléphone', 1667, 333, 'telecom'),
  expense(received(-41), -41, 'Étiquettes', 5400, 1080, 'promotion'),
];

const trip = (
  state: RecordState,
  days: number,
  from: string,
  to: string,
  metres: number,
  purpose: string,
): TripRow => ({
  info: info(state, days),
  fields: { date: day(days), from, to, metres, vehicle: 'car', purpose },
});

export const trips: TripRow[] = [
  trip(onPhone, 0, 'Atelier de Crest', 'Ferme des Œillets', 18_400, 'Achat de légumes'),
  trip(received(-1), -1, 'Crest', 'Marché de Die', 37_200, 'Vente'),
  trip(received(-8), -8, 'Crest', 'Valence', 28_600, 'Rendez-vous à la coopérative'),
  trip(received(-33), -33, 'Crest', 'Aubenas', 71_000, 'Visite d’un client'),
];

const lead = (
  state: RecordState,
  title: string,
  contact: string,
  amount: number,
  stage: LeadRow['fields']['stage'],
  nextStep: string,
  due: string,
): LeadRow => ({
  info: info(state),
  fields: { title, contact, amountCents: amount, stage, nextStep, due },
  late: due !== '' && due < today && (stage === 'lead' || stage === 'quote_sent'),
});

export const leads: LeadRow[] = [
  lead(
    onPhone,
    'Fête des associations, 80 couverts',
    'Mairie de Crest · Inès Okafor',
    160_000,
    'lead',
    'Envoyer un menu',
    day(2),
  ),
  lead(
    received(-5),
    'Cantine du collège, carte de saison',
    'Claire Delmas',
    420_000,
    'quote_sent',
    'Relancer',
    day(-2),
  ),
  lead(received(-20), 'Mariage Faure', 'Élodie Faure', 260_000, 'won', '', ''),
  lead(received(-40), 'Séminaire à Grignan', 'Hôtel du Sault', 180_000, 'lost', '', ''),
];

export const forecast = [
  110_000, 120_000, 180_000, 210_000, 260_000, 340_000, 310_000, 150_000, 280_000, 320_000, 290_000, 380_000,
];

const session = (state: RecordState, days: number, over: Partial<SessionRow>): SessionRow => ({
  info: info(state, days),
  member: ME,
  memberName: 'Zoé Lecœur',
  startsAt: at(days, 13),
  minutes: 90,
  mode: 'office',
  place: 'Valence, salle Drôme',
  sessionType: 'follow_up',
  statutory: false,
  status: 'planned',
  coaches: [camille],
  pointsFilled: 0,
  signed: 0,
  incomplete: false,
  toSign: false,
  closed: false,
  amends: null,
  annulled: false,
  ...over,
});

export const sessions: SessionRow[] = [
  session(onPhone, 2, { minutes: 60 }),
  session(received(-9), -9, {
    sessionType: 'statutory',
    statutory: true,
    status: 'done',
    pointsFilled: 8,
    signed: 1,
    toSign: true,
  }),
  session(received(-48), -48, {
    sessionType: 'commercial',
    status: 'done',
    mode: 'onsite',
    place: 'Atelier de Crest',
  }),
  session(received(-70), -70, { status: 'cancelled', mode: 'phone', place: '' }),
];

export function sheetOf(row: SessionRow): SessionSheet {
  return {
    row,
    fields: {
      startsAt: row.startsAt,
      minutes: row.minutes,
      mode: row.mode,
      place: row.place,
      sessionType: row.sessionType,
      statutory: row.statutory,
      topics: [],
      status: row.status,
      coaches: [COACH],
      memberPresent: row.status === 'done' ? true : null,
      objectives: 'Faire le point sur l’activité traiteur et préparer l’hiver.',
      points:
        'Les marchés couvrent les charges fixes. La marge sur les bocaux reste faible : 22 %.\n\nDeux pistes sérieuses pour des repas réguliers.',
      plan: 'Revoir les prix des bocaux. Prendre contact avec la cantine.',
      eightPoints: row.statutory
        ? [
            'Objectif dépassé de 8 %.',
            'Deux contrats réguliers en vue.',
            '2 600 € par mois d’ici juin.',
            'Formation aux appels d’offres.',
            'Atelier conserves en commun.',
            'Port de charges : diable acheté.',
            'Sociétariat avant mars 2028.',
            '12 jours pris, 13 restants.',
          ]
        : [],
      amends: null,
    },
    statuses: ['planned', 'done', 'cancelled'],
    preparation: 'J’aimerais parler de la trésorerie de janvier.',
    mayPrepare: true,
    feedback: null,
    mayRate: row.status === 'done',
    rereads: [],
    signatures:
      row.signed > 0
        ? [
            {
              member: COACH,
              name: camille.name,
              at: at(-9, 15),
              capturedBy: COACH,
              capturedByName: camille.name,
              capturedElsewhere: false,
              strokes: '150,240 260,120 330,280 420,130 520,260 640,150 760,230;140,320 800,300',
              typed: '',
              changedSince: false,
              contestedAt: '',
              confirmedAt: '',
              mayConfirm: false,
              mayContest: false,
            },
          ]
        : [],
    maySign: row.toSign ? [{ member: ME, name: 'Zoé Lecœur' }] : [],
    changedSinceSignature: false,
    amendedBy: [],
    amended: null,
    contentSha256: '0'.repeat(64),
    actions: row.status === 'done' ? actions.slice(0, 2) : [],
  };
}

const action = (
  text: string,
  due: string,
  status: ActionRow['fields']['status'],
  mine: boolean,
): ActionRow => ({
  info: info(received(-9), -9),
  member: ME,
  fields: { text, owner: mine ? ME : COACH, due, status, session: null, goal: null },
  ownerName: mine ? 'Zoé Lecœur' : camille.name,
  mine,
  late: due !== '' && due < today && status === 'todo',
});

export const actions: ActionRow[] = [
  action('Revoir le prix des bocaux', day(-3), 'todo', true),
  action('Écrire à la cantine du collège', day(4), 'doing', true),
  action('Envoyer le modèle de devis', day(1), 'todo', false),
  action('Acheter un diable', '', 'done', true),
];

export const goals: GoalRow[] = [
  {
    info: info(received(-60)),
    fields: {
      title: 'Atteindre 2 600 € de chiffre d’affaires par mois',
      kind: 'contract',
      targetValue: 2600,
      unit: '€',
      due: day(200),
      status: 'open',
      progressBp: 7500,
    },
    late: false,
  },
  {
    info: info(received(-60)),
    fields: {
      title: 'Deux clients réguliers',
      kind: 'commercial',
      targetValue: 2,
      unit: '',
      due: day(-4),
      status: 'open',
      progressBp: 5000,
    },
    late: true,
  },
  {
    info: info(received(-90)),
    fields: {
      title: 'Attestation hygiène',
      kind: 'technical',
      targetValue: 0,
      unit: '',
      due: '',
      status: 'reached',
      progressBp: 10_000,
    },
    late: false,
  },
];

export const asks: AskRow[] = [
  {
    info: info(onPhone, 0),
    member: ME,
    memberName: 'Zoé Lecœur',
    text: 'Ai-je besoin d’une assurance particulière pour cuisiner chez un client ?',
    urgency: 'high',
    answer: '',
    answeredAt: '',
    mayAnswer: false,
  },
  {
    info: info(received(-15), -15),
    member: ME,
    memberName: 'Zoé Lecœur',
    text: 'Comment facturer un acompte ?',
    urgency: 'normal',
    answer: 'Demandez une facture d’acompte de 30 % ; le modèle est dans vos documents.',
    answeredAt: at(-14),
    mayAnswer: false,
  },
];
