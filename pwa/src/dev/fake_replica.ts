/**
 * A replica in memory, for `vite --mode fake` only: shows the screens without Rust and without a relay.
 *
 * It answers views from `fake_data.ts`, keeps what is added until the page is reloaded, and checks
 * nothing. The production build never contains it: the worker imports it under a constant condition.
 */
import { finds } from '../lib/search.ts';
import type {
  Command,
  Intent,
  Page,
  SyncView,
  ViewOf,
  ViewRequest,
  Views,
  Window,
} from '../client/generated/types.ts';
import type { Profile } from '../client/messages.ts';
import type { Replica, ReplicaModule } from '../client/replica.ts';
import { monthsOf } from '../lib/dates.ts';
import { monthOf, sum } from '../lib/groups.ts';
import * as own from './fake_data.ts';
import * as shared from './fake_people.ts';

const data = { ...own, ...shared };

/** Shows the app as a coach sees it, rather than an entrepreneur. */
const AS_COACH = import.meta.env['VITE_FAKE_ROLE'] === 'coach';
const MEMBER = AS_COACH ? data.COACH : data.ME;

function page<T>(rows: T[], { offset, limit }: Window): Page<T> {
  return { offset, total: rows.length, rows: rows.slice(offset, offset + limit) };
}

const newestFirst = <T>(rows: T[], date: (row: T) => string): T[] =>
  [...rows].sort((a, b) => date(b).localeCompare(date(a)));

type Answers = { [N in keyof Views]: (request: Extract<ViewRequest, { view: N }>) => Views[N] };

const sync = (): SyncView => ({
  link: 'offline',
  unsent: 3,
  saving: 0,
  refused: data.refused.length,
  conflicts: data.conflicts.length,
  rereads: 0,
  away: data.away.length,
  lastContactAt: new Date(Date.now() - 7_200_000).toISOString(),
  nextTryAt: '',
  docs: 214,
  remaining: 0,
  firstDownload: false,
  problem: null,
  clockSkewMs: 0,
  unreadableRows: 0,
  storageFailed: false,
  restarts: 0,
  setAside: [],
});

const answers: Answers = {
  me: () => ({
    member: MEMBER,
    name: AS_COACH ? 'Camille Ferrand' : 'Zoé Lecœur',
    coop: 'coop',
    coopName: 'Les Rives, coopérative d’activités',
    device: 'device',
    roles: AS_COACH ? ['coach'] : ['entrepreneur'],
    inTeam: AS_COACH,
    isCoach: AS_COACH,
    coaches: [],
    coached: AS_COACH ? data.portfolio.map(({ member, name }) => ({ member, name })) : [],
    mayCreateEvents: AS_COACH,
    directoryOnPhone: true,
  }),
  today: () => ({
    waiting: [
      {
        kind: 'refused',
        label: 'Location du fourgon',
        member: null,
        who: '',
        due: '',
        late: false,
        place: null,
      },
      {
        kind: 'action_late',
        label: 'Revoir le prix des bocaux',
        member: null,
        who: '',
        due: data.day(-3),
        late: true,
        place: null,
      },
      {
        kind: 'sign',
        label: 'Compte rendu d’entretien légal',
        member: null,
        who: 'Camille Ferrand',
        due: '',
        late: false,
        place: null,
      },
      {
        kind: 'answer',
        label: 'Café des entrepreneurs de la Vallée',
        member: null,
        who: '',
        due: data.day(9),
        late: false,
        place: null,
      },
    ],
    waitingTotal: 4,
    nextSessions: data.sessions.slice(0, 1),
    nextEvents: data.events.slice(0, 3),
    month: {
      month: monthOf(data.today),
      expenseNetCents: sum(data.expenses, (row) => row.fields.netCents),
      metres: sum(data.trips, (row) => row.fields.metres),
      forecastCents: 290_000,
    },
    away: data.away.length,
    sync: sync(),
  }),
  activity: ({ year }) => ({
    member: data.ME,
    name: 'Zoé Lecœur',
    year,
    years: [year, year - 1],
    mayEdit: !AS_COACH,
    months: monthsOf(year).map((month, index) => {
      const spent = data.expenses.filter((row) => monthOf(row.fields.date) === month);
      return {
        month,
        expenseNetCents: sum(spent, (row) => row.fields.netCents),
        expenseVatCents: sum(spent, (row) => row.fields.vatCents),
        metres: sum(
          data.trips.filter((row) => monthOf(row.fields.date) === month),
          (row) => row.fields.metres,
        ),
        forecastCents: data.forecast[index] ?? null,
        forecastState: { state: 'received', at: data.at(-1) },
      };
    }),
    base: '',
    yearTotals: {
      expenseNetCents: 0,
      expenseVatCents: 0,
      metres: 0,
      forecastCents: sum(data.forecast, (cents) => cents),
      leads: [
        { stage: 'lead', cents: 230_000 },
        { stage: 'quote_sent', cents: 350_000 },
        { stage: 'won', cents: 260_000 },
        { stage: 'lost', cents: 0 },
      ],
    },
    counts: { journal: 0, expenses: 0, trips: 0, leads: 0 },
  }),
  journal: ({ window }) =>
    page(
      newestFirst(data.journal, (row) => row.date),
      window,
    ),
  expenses: ({ window }) =>
    page(
      newestFirst(data.expenses, (row) => row.fields.date),
      window,
    ),
  trips: ({ window }) =>
    page(
      newestFirst(data.trips, (row) => row.fields.date),
      window,
    ),
  leads: ({ window }) => page(data.leads, window),
  activityEntry: ({ id }) => {
    const of = <T extends { info: { id: string } }>(rows: T[]): T | undefined =>
      rows.find((row) => row.info.id === id);
    const [line, expense, trip, lead] = [of(data.journal), of(data.expenses), of(data.trips), of(data.leads)];
    if (line) return { type: 'journal', ...line };
    if (expense) return { type: 'expense', ...expense };
    if (trip) return { type: 'trip', ...trip };
    return lead ? { type: 'lead', ...lead } : null;
  },
  portfolio: ({ window }) => page(data.portfolio, window),
  coaching: ({ member }) => ({
    member: member ?? data.ME,
    name: data.members.find((row) => row.member === member)?.name ?? 'Zoé Lecœur',
    coaches: [{ member: data.COACH, name: 'Camille Ferrand' }],
    mine: !AS_COACH,
    mayEdit: true,
    nextSession: null,
    lastSession: null,
    goals: data.goals,
    actions: data.actions,
    asks: data.asks,
    statutoryDone: 1,
    statutoryDue: 2,
    counts: { sessions: 0, goals: 0, actions: 0, asks: 0 },
  }),
  sessions: ({ window }) => page(data.sessions, window),
  session: ({ id }) => {
    const row = data.sessions.find((one) => one.info.id === id);
    return row ? data.sheetOf(row) : null;
  },
  goals: ({ window }) => page(data.goals, window),
  actions: ({ window }) => page(data.actions, window),
  asks: ({ window }) =>
    page(AS_COACH ? data.asks.map((row) => ({ ...row, mayAnswer: true })) : data.asks, window),
  notes: ({ member, window }) => ({
    member,
    name: 'Zoé Lecœur',
    mayEdit: true,
    nextTime: 'Demander où en est la trésorerie.',
    nextTimeState: { state: 'onPhone' },
    base: '',
    rereads: [],
    notes: page(
      [
        {
          info: data.info({ state: 'onPhone' }),
          text: 'Fatiguée en ce moment, ralentir le rythme des marchés.',
        },
      ],
      window,
    ),
  }),
  events: ({ past, window }) => ({
    mayCreate: AS_COACH,
    upcoming: data.events.length,
    past: 0,
    events: page(past ? [] : data.events, window),
  }),
  event: ({ id }) => {
    const row = data.events.find((one) => one.info.id === id);
    return row ? data.eventSheetOf(row) : null;
  },
  profile: ({ member }) => {
    const row = data.members.find((one) => one.member === (member ?? MEMBER));
    if (!row) return null;
    return {
      ...row,
      displayName: row.name,
      mine: row.member === MEMBER,
      mayEdit: row.member === MEMBER,
      state: { state: 'received', at: data.at(-4) },
      conflicts: [],
      base: '',
      rereads: [],
      skills: ['conserves', 'cuisine de saison'],
      languages: ['français', 'anglais'],
      offers: 'Buffets de saison, ateliers de conserves pour les groupes.',
      needs: 'Un local frigorifique partagé du côté de Crest.',
      contactVisible: true,
      active: true,
      coaches: [{ member: data.COACH, name: 'Camille Ferrand' }],
    };
  },
  members: ({ search, window }) =>
    page(
      data.members.filter((row) => finds(search, row.name)),
      window,
    ),
  unsent: ({ window }) => page([], window),
  refused: ({ window }) => page(data.refused, window),
  conflicts: ({ window }) => page(data.conflicts, window),
  rereads: ({ window }) => page([], window),
  away: ({ window }) => ({ since: data.at(-2), items: page(data.away, window) }),
  sync,
};

/** Keeps what the forms add, so that saving can be seen to work. */
function apply(command: Command): void {
  const added = (id: string) => ({ ...data.info({ state: 'onPhone' }, 0), id });
  switch (command.type) {
    case 'addJournalEntry':
      data.journal.unshift({ info: added(command.id), date: command.date, text: command.text });
      break;
    case 'addExpense':
      data.expenses.unshift({ info: added(command.id), fields: command.expense });
      break;
    case 'addTrip':
      data.trips.unshift({ info: added(command.id), fields: command.trip });
      break;
    case 'addLead':
      data.leads.unshift({ info: added(command.id), fields: command.lead, late: false });
      break;
    case 'editAction': {
      const row = data.actions.find((one) => one.info.id === command.id);
      if (row) Object.assign(row.fields, command.changes);
      break;
    }
    case 'answerEvent': {
      const row = data.events.find((one) => one.info.id === command.event);
      if (row)
        Object.assign(row, {
          answer: command.answer.status,
          answerState: { state: 'onPhone' },
          seat: 'requested',
        });
      break;
    }
    default:
      break;
  }
}

class FakeReplica implements Replica {
  #token = 0;

  load(): [] {
    return [];
  }

  dispatch(intent: Intent): ReturnType<Replica['dispatch']> {
    if (intent.type === 'do') apply(intent.command);
    const token = ++this.#token;
    return {
      result: { outcome: 'done', token, entry: null },
      effects: [
        { type: 'changed', topics: ['activity', 'coaching', 'events', 'sync'] },
        { type: 'saved', token },
      ],
    };
  }

  input(): [] {
    return [];
  }

  tick(): [] {
    return [];
  }

  view<R extends ViewRequest>(request: R): ViewOf<R> {
    const answer = answers[request.view] as unknown as (request: R) => ViewOf<R>;
    return structuredClone(answer(request));
  }
}

/** Stands where the wasm module does. */
export const fakeModule: ReplicaModule = {
  default: () => Promise.resolve(),
  Replica: FakeReplica,
  unsent: () => '[]',
};

/** A profile that needs no invitation. */
export const fakeProfile: Profile = {
  id: `fake.${MEMBER}`,
  coop: 'fake',
  member: MEMBER,
  device: 'fake',
  deviceName: 'Téléphone de démonstration',
};
