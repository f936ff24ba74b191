/** The figures of a year, month by month, as a table. */
import { type Cell, hundredths } from '../../lib/csv.ts';
import { GROUPS, type Years, yearsOf } from './figures.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each figure; durations in minutes. */
export function figuresTable(year: number, years: Years, words: typeof fr): Cell[][] {
  const { months } = years;
  const rows = GROUPS.flatMap(({ name, figures }) =>
    figures.map((figure): Cell[] => {
      const cell = (value: number): Cell => (figure.unit === 'money' ? hundredths(value) : value);
      return [
        words.groups[name],
        words.figures[figure.name],
        words.units[figure.unit],
        ...months.map(({ figures: all }) => cell(all[figure.name])),
        ...yearsOf(years, figure).map((value) => (value === null ? '' : cell(value))),
      ];
    }),
  );
  const head = [...months.map(({ month }) => month), `${year}`, words.sameMonths(year - 1)];
  return [[words.group, words.figure, words.unit, ...head], ...rows];
}
