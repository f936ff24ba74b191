/** Which figures are shown together, and how a year of each is told. */
import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import type { Formats } from '../../lib/format.ts';
import { boardPath } from '../post/paths.ts';
import { eventsPath } from '../event/paths.ts';
import { membersPath } from '../profile/paths.ts';
import { followUpPath } from '../register/paths.ts';

export type FigureName = keyof MonthFigures;

/** How a figure is written. */
type Unit = 'count' | 'money' | 'minutes';

interface Shown {
  name: FigureName;
  unit: Unit;
  /** What stands at a month's end is told by the last month, what happens by the sum of all. */
  told: 'sum' | 'last';
}

export type GroupName = 'accounts' | 'coaching' | 'members' | 'community' | 'outside';

interface Group {
  name: GroupName;
  /** The first is drawn. */
  figures: readonly Shown[];
  /** Where the list is of what these figures count. */
  path: () => string;
}

const sum = (name: FigureName, unit: Unit = 'count'): Shown => ({ name, unit, told: 'sum' });
const last = (name: FigureName, unit: Unit = 'count'): Shown => ({ name, unit, told: 'last' });

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
    ],
  },
  {
    name: 'coaching',
    path: () => followUpPath(),
    figures: [
      sum('sessions'),
      sum('sessionMinutes', 'minutes'),
      last('membersSeen'),
      sum('interviewsSigned'),
      sum('asks'),
      sum('asksAnswered'),
      last('answerMinutes', 'minutes'),
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
  },
  {
    name: 'community',
    path: () => boardPath(),
    figures: [sum('posts'), sum('needs'), sum('needsMet'), sum('replies')],
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
  },
];

/** The months of a year up to one, so that a year under way is held against the same months of the one before. */
export function upTo(months: readonly IndicatorMonth[], last: number): IndicatorMonth[] {
  return months.filter(({ month }) => Number(month.slice(5)) <= last);
}

/** A year in one number. */
export function yearOf(months: readonly IndicatorMonth[], { name, told }: Shown): number {
  if (told === 'last') return months.at(-1)?.figures[name] ?? 0;
  return months.reduce((total, { figures }) => total + figures[name], 0);
}

export function written(f: Formats, { unit }: Shown, value: number): string {
  if (unit === 'money') return f.wholeMoney(Math.round(value / 100) * 100);
  return unit === 'minutes' ? f.duration(value) : f.number(value);
}
