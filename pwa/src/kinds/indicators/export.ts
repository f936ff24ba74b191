/** The figures of a year, month by month, as a table. */
import type { IndicatorMonth } from '../../client/generated/types.ts';
import { type Cell, hundredths } from '../../lib/csv.ts';
import { GROUPS, yearOf } from './figures.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each figure; durations in minutes. */
export function figuresTable(
  year: number,
  months: readonly IndicatorMonth[],
  before: readonly IndicatorMonth[],
  words: typeof fr,
  lastOver?: number,
): Cell[][] {
  const rows = GROUPS.flatMap(({ name, figures }) =>
    figures.map((figure): Cell[] => {
      const cell = (value: number): Cell => (figure.unit === 'money' ? hundredths(value) : value);
      return [
        words.groups[name],
        words.figures[figure.name],
        words.units[figure.unit],
        ...months.map(({ figures: all }) => cell(all[figure.name])),
        cell(yearOf(months, figure, lastOver)),
        cell(yearOf(before, figure, lastOver)),
      ];
    }),
  );
  const head = [...months.map(({ month }) => month), `${year}`, words.sameMonths(year - 1)];
  return [[words.group, words.figure, words.unit, ...head], ...rows];
}
