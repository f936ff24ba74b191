import { expect, test } from 'vitest';

import type { IndicatorMonth } from '../../client/generated/types.ts';
import { faultsOf } from '../../lib/hostile.ts';
import { figuresTable } from './export.ts';
import { GROUPS, type Years } from './figures.ts';
import { fr } from './fr_team.ts';

const month = (name: string, value: number): IndicatorMonth => {
  const figures = GROUPS.flatMap(({ figures: all }) => all.map((figure) => [figure.name, value]));
  return { month: name, figures: { ...Object.fromEntries(figures), statements: 1 } } as IndicatorMonth;
};

const years = (months: IndicatorMonth[], before: IndicatorMonth[]): Years => ({
  months,
  before,
  lastOver: 12,
});

test('a year is told month by month, amounts in euros, and sums or last months as on the screen', () => {
  const months = [month('2026-01', 100), month('2026-02', 250)];
  const table = figuresTable(2026, years(months, [month('2025-01', 40), month('2025-02', 60)]), fr);
  const row = (name: string): unknown[] => table.find(([, figure]) => figure === name)?.slice(3) ?? [];
  expect(table[0]?.slice(3)).toEqual(['2026-01', '2026-02', '2026', fr.sameMonths(2025)]);
  expect(row(fr.figures.turnoverCents)).toEqual([1, 2.5, 3.5, 1]);
  expect(row(fr.figures.membersCape)).toEqual([100, 250, 250, 60]);
});

test('a loss stays a number that a spreadsheet adds', () => {
  expect(faultsOf(figuresTable(2026, years([month('2026-01', -1_250)], []), fr))).toEqual([]);
});
