/** Which figures are shown together, and how a year of each is told. */
import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import type { Formats } from '../../lib/format.ts';
import { eventsPath } from '../event/paths.ts';
import { groupsPath } from '../group/paths.ts';
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
}

/** A part of a whole. */
export interface Rate {
  name: RateName;
  part: FigureName;
  whole: readonly FigureName[];
}

export type RateName = 'interviewRate' | 'mandateRate' | 'turnout' | 'needRate' | 'goRate';

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
const over = (name: FigureName): Shown => ({ name, unit: 'count', told: 'over', listed: true });
const median = (name: FigureName): Shown => ({ name, unit: 'minutes', told: 'last', listed: false });

export const GROUPS: readonly Group[] = [
  {
    name: 'accounts',
    path: () => membersPath(),
    figures: [
      sum('turnoverCents', 'money'),
      sum('marginCents', 'money'),
      sum('contributionCents', 'money'),
      sum('resultCents', 'money'),
      last('treasuryCents', 'money'),
      last('treasuriesBelowZero'),
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
      sum('partnerActs'),
      sum('partnerMinutes', 'minutes'),
      sum('agreements'),
      sum('agreementCents', 'money'),
      sum('opportunities'),
      sum('opportunitiesGo'),
      sum('opportunitiesNoGo'),
      sum('experimentsAdopted'),
    ],
    rates: [{ name: 'goRate', part: 'opportunitiesGo', whole: ['opportunitiesGo', 'opportunitiesNoGo'] }],
    divisions: [{ name: 'opportunities', told: 'sum', unit: 'count' }],
  },
];

/** The months of a year up to one, so that a year under way is held against the same months of the one before. */
export function upTo(months: readonly IndicatorMonth[], last: number): IndicatorMonth[] {
  return months.filter(({ month }) => Number(month.slice(5)) <= last);
}

const ALL: readonly Shown[] = GROUPS.flatMap(({ figures }) => figures);

/** The figure of a name, as it is shown. */
export const shown = (name: string | undefined): Shown | undefined => ALL.find((one) => one.name === name);

/** The months that a year is told by, up to the last that is over: the first and the last of them; none where there is none. */
export function monthsOf(
  months: readonly IndicatorMonth[],
  { told }: Pick<Shown, 'told'>,
  lastOver = 12,
): readonly IndicatorMonth[] {
  if (told === 'sum') return months;
  return (told === 'over' ? upTo(months, lastOver) : months).slice(-1);
}

/** A year in one number. */
export function yearOf(
  months: readonly IndicatorMonth[],
  { name, told }: Pick<Shown, 'name' | 'told'>,
  lastOver?: number,
): number {
  return monthsOf(months, { told }, lastOver).reduce((total, { figures }) => total + figures[name], 0);
}

/** What a part is of the whole, and that whole. */
export function rateOf(months: readonly IndicatorMonth[], { part, whole }: Rate): [number, number] {
  const one = (name: FigureName): number => {
    const figure = shown(name);
    return figure ? yearOf(months, figure) : 0;
  };
  return [one(part), whole.map(one).reduce((sum, value) => sum + value, 0)];
}

/** The parts of a figure over a year, the largest first. */
export function partsOf(
  months: readonly IndicatorMonth[],
  { name, told }: Division,
): { name: string; value: number }[] {
  const parts = new Map<string, number>();
  for (const one of monthsOf(months, { told }).flatMap(({ parts }) => parts)) {
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
