import { expect, test } from 'vitest';

import type { MonthCell, MonthsRow } from '../../client/generated/types.ts';
import { isMissed, missedBy } from './months.ts';

const cell = (month: string, turnoverCents: number | null): MonthCell =>
  ({ month, turnoverCents }) as MonthCell;
const row = (stage: MonthsRow['stage'], ...months: MonthCell[]): MonthsRow =>
  ({ stage, months }) as MonthsRow;

test('a statement is missed once its month is over, of whoever has accounts here', () => {
  const missed = (stage: MonthsRow['stage'], month: string, cents: number | null): boolean =>
    isMissed(row(stage), cell(month, cents), '2026-03');
  expect(missed('cesa', '2026-02', null)).toBe(true);
  expect(missed('cesa', '2026-02', 0)).toBe(false);
  expect(missed('cesa', '2026-03', null)).toBe(false);
  expect(missed('prospect', '2026-02', null)).toBe(false);
  expect(missed('exited', '2026-02', null)).toBe(false);
  expect(missed(null, '2026-02', null)).toBe(false);
});

test('they are counted by month', () => {
  const rows = [
    row('cape', cell('2026-01', null), cell('2026-02', null)),
    row('associate', cell('2026-01', 100), cell('2026-02', null)),
  ];
  expect(missedBy(rows, ['2026-01', '2026-02', '2026-03'], '2026-03')).toEqual([1, 2, 0]);
});
