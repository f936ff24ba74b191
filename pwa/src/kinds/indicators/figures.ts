/** Which figures are shown together, and how a year of each is told. */
import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import type { Formats } from '../../lib/format.ts';
import { eventsPath } from '../event/paths.ts';
import { groupsPath } from '../group/paths.ts';
import { accountsPath } from '../ledger/paths.ts';
import { boardPath } from '../post/paths.ts';
import { membersPath } from '../profile/paths.ts';
import { followUpPath } from '../register/paths.ts';

export type FigureName = keyof MonthFigures;

/** How a figure is written. */
type Unit = 'count' | 'money' | 'minutes';

export interface Shown {
  name: FigureName;
  unit: Unit;
  /** What stands at a month's end is told by the last month, or by the last that is over; what happens by the sum of all. */
  told: 'sum' | 'last' | 'over';
  /** Whether what it counts can be listed; the middle of many cannot. */
  listed: boolean;
  /** Whether it is told by statements of account, which come after their month. */
  stated?: true;
}

/** A part of a whole. */
export interface Rate {
  name: RateName;
  part: FigureName;
  whole: readonly FigureName[];
}

export type RateName =
  'interviewRate' | 'mandateRate' | 'turnout' | 'needRate' | 'attendanceRate' | 'noShowRate' | 'goRate';

/** How a figure divides: what its parts begin with, and how a year of them is told. */
export interface Division {
  name: DivisionName;
  told: 'sum' | 'last';
  unit: Unit;
}

export type DivisionName = 'branch' | 'sector' | 'asks' | 'answer_minutes' | 'opportunities';

export type GroupName = 'accounts' | 'coaching' | 'members' | 'governance' | 'community' | 'outside';

interface Group {
  name: GroupName;
  /** The first is drawn. */
  figures: readonly Shown[];
  /** Where the list is of what these figures count. */
  path: () => string;
  rates?: readonly Rate[];
  divisions?: readonly Division[];
}

const sum = (name: FigureName, unit: Unit = 'count'): Shown => ({ name, unit, told: 'sum', listed: true });
const last = (name: FigureName, unit: Unit = 'count'): Shown => ({ name, unit, told: 'last', listed: true });
const stated = (figure: Shown): Shown => ({ ...figure, stated: true });
const over = (name: FigureName): Shown => ({ name, unit: 'count', told: 'over', listed: true });
const median = (name: FigureName): Shown => ({ name, unit: 'minutes', told: 'last', listed: false });

/** Half-days of people of whom something was marked. */
const EXPECTED = ['placesAttended', 'noShows', 'excused'] as const;

export const GROUPS: readonly Group[] = [
  {
    name: 'accounts',
    path: () => accountsPath('months'),
    figures: [
      stated(sum('turnoverCents', 'money')),
      stated(sum('marginCents', 'money')),
      stated(sum('contributionCents', 'money')),
      stated(sum('resultCents', 'money')),
      stated(last('treasuryCents', 'money')),
      stated(last('treasuriesBelowZero')),
      sum('linesAccepted'),
      sum('linesRefused'),
      median('decisionMinutes'),
      sum('receiptsMissing'),
    ],
  },
  {
    name: 'coaching',
    path: () => followUpPath(),
    figures: [
      sum('sessions'),
      sum('sessionMinutes', 'minutes'),
      last('membersSeen'),
      over('membersUnseen'),
      sum('interviewsSigned'),
      last('interviewsDue'),
      sum('asks'),
      sum('asksAnswered'),
      last('asksOpen7'),
      last('asksOpen30'),
      median('answerMinutes'),
    ],
    rates: [{ name: 'interviewRate', part: 'interviewsSigned', whole: ['interviewsDue'] }],
    divisions: [
      { name: 'asks', told: 'sum', unit: 'count' },
      { name: 'answer_minutes', told: 'last', unit: 'minutes' },
    ],
  },
  {
    name: 'members',
    path: () => membersPath(),
    figures: [
      last('membersAssociate'),
      last('membersEmployed'),
      last('membersCape'),
      sum('entries'),
      sum('exits'),
      sum('capeToEmployed'),
      sum('cohort36'),
      sum('retained36'),
      sum('associates36'),
    ],
    divisions: [
      { name: 'branch', told: 'last', unit: 'count' },
      { name: 'sector', told: 'last', unit: 'count' },
    ],
  },
  {
    name: 'governance',
    path: () => groupsPath(),
    figures: [last('mandates'), last('mandatesHeld'), sum('voicesAsked'), sum('voices')],
    rates: [
      { name: 'mandateRate', part: 'mandatesHeld', whole: ['mandates'] },
      { name: 'turnout', part: 'voices', whole: ['voicesAsked'] },
    ],
  },
  {
    name: 'community',
    path: () => boardPath(),
    figures: [sum('posts'), sum('needs'), sum('needsMet'), sum('replies'), over('membersIsolated')],
    rates: [{ name: 'needRate', part: 'needsMet', whole: ['needs'] }],
  },
  {
    name: 'outside',
    path: () => eventsPath(),
    figures: [
      sum('events'),
      sum('eventSeats'),
      sum('seatsTaken'),
      sum('placesAttended'),
      sum('noShows'),
      sum('excused'),
      sum('attendedMinutes', 'minutes'),
      sum('trainerMinutes', 'minutes'),
      sum('partnerActs'),
      sum('partnerMinutes', 'minutes'),
      sum('agreements'),
      sum('agreementCents', 'money'),
      sum('opportunities'),
      sum('opportunitiesGo'),
      sum('opportunitiesNoGo'),
      sum('experimentsAdopted'),
    ],
    rates: [
      { name: 'attendanceRate', part: 'placesAttended', whole: EXPECTED },
      { name: 'noShowRate', part: 'noShows', whole: EXPECTED },
      { name: 'goRate', part: 'opportunitiesGo', whole: ['opportunitiesGo', 'opportunitiesNoGo'] },
    ],
    divisions: [{ name: 'opportunities', told: 'sum', unit: 'count' }],
  },
];

/** A month's number in its year. */
const numberOf = ({ month }: IndicatorMonth): number => Number(month.slice(5));

/** The months of a year up to one. */
export function upTo(months: readonly IndicatorMonth[], last: number): IndicatorMonth[] {
  return months.filter((one) => numberOf(one) <= last);
}

/** A figure of a month; `null` where nobody said anything that it could be made of. */
export function inMonth(
  all: readonly IndicatorMonth[],
  month: string,
  { name, stated }: Pick<Shown, 'name' | 'stated'>,
): number | null {
  const told = all.find((one) => one.month === month);
  if (stated) return told && told.figures.statements > 0 ? told.figures[name] : null;
  const last = all.at(-1)?.month ?? '';
  return month > last ? null : (told?.figures[name] ?? 0);
}

/** The last month that has statements of account, if one has. */
export const lastStated = (months: readonly IndicatorMonth[]): IndicatorMonth | undefined =>
  months.findLast(({ figures }) => figures.statements > 0);

const ALL: readonly Shown[] = GROUPS.flatMap(({ figures }) => figures);

/** The figure of a name, as it is shown. */
export const shown = (name: string | undefined): Shown | undefined => ALL.find((one) => one.name === name);

/** A year beside the one before: the months of each by which figures are told. */
export interface Years {
  months: readonly IndicatorMonth[];
  before: readonly IndicatorMonth[];
  /** The last month that is over. */
  lastOver: number;
}

/** How a figure is told; of a division, how its parts are. */
type Told = Pick<Shown, 'told' | 'stated'>;

/** The months that a figure is told by, none where there is none; and the same ones of the year before. */
export function sameMonths(
  { months, before, lastOver }: Years,
  { told, stated }: Told,
): Omit<Years, 'lastOver'> {
  const last = stated ? lastStated(months) : months.at(-1);
  const known = upTo(months, last ? numberOf(last) : 0);
  if (told === 'sum') return { months: known, before: upTo(before, last ? numberOf(last) : 0) };
  const one = (told === 'over' ? upTo(known, lastOver) : known).slice(-1);
  return {
    months: one,
    before: before.filter((other) => one.some((it) => numberOf(it) === numberOf(other))),
  };
}

/** A year in one number, and the one before by the same months; nothing where nothing is known of these. */
export function yearsOf(
  years: Years,
  figure: Pick<Shown, 'name' | 'told' | 'stated'>,
): [number, number | null] {
  const { months, before } = sameMonths(years, figure);
  const total = (all: readonly IndicatorMonth[]): number =>
    all.reduce((total, { figures }) => total + figures[figure.name], 0);
  const isKnown = figure.stated ? lastStated(before) !== undefined : before.length > 0;
  return [total(months), isKnown ? total(before) : null];
}

/** What a part is of the whole, and that whole; in a year, and in the one before. */
export function ratesOf(years: Years, { part, whole }: Rate): [Share, Share] {
  const one = (name: FigureName): [number, number] => {
    const figure = shown(name);
    const [now, before] = figure ? yearsOf(years, figure) : [0, 0];
    return [now, before ?? 0];
  };
  const [parts, wholes] = [one(part), whole.map(one)];
  const share = (at: 0 | 1): Share => [parts[at], wholes.reduce((sum, one) => sum + one[at], 0)];
  return [share(0), share(1)];
}

/** A part, and what it is a part of. */
type Share = [part: number, whole: number];

/** The parts of a figure over a year, the largest first. */
export function partsOf(years: Years, { name, told }: Division): { name: string; value: number }[] {
  const parts = new Map<string, number>();
  for (const one of sameMonths(years, { told }).months.flatMap(({ parts }) => parts)) {
    const [of, part = ''] = one.name.split(/:(.*)/s);
    if (of === name) parts.set(part, (parts.get(part) ?? 0) + one.value);
  }
  return [...parts]
    .map(([part, value]) => ({ name: part, value }))
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name));
}

/** A figure's name in the words of the data. */
export const inData = (name: FigureName): string =>
  name.replaceAll(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);

export function written(f: Formats, { unit }: Pick<Shown, 'unit'>, value: number): string {
  if (unit === 'money') return f.wholeMoney(Math.round(value / 100) * 100);
  return unit === 'minutes' ? f.duration(value) : f.number(value);
}
