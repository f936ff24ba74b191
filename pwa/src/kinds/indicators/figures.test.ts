import { describe, expect, it } from 'vitest';

import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import { GROUPS, inData, partsOf, rateOf, shown, upTo, yearOf } from './figures.ts';

const month = (
  month: string,
  figures: Partial<MonthFigures>,
  parts: Record<string, number> = {},
): IndicatorMonth => ({
  month,
  figures: figures as MonthFigures,
  parts: Object.entries(parts).map(([name, value]) => ({ name, value })),
});

describe('a year in one number', () => {
  const months = [
    month('2026-01', { sessions: 3, membersCape: 20 }),
    month('2026-02', { sessions: 4, membersCape: 22 }),
    month('2026-12', { sessions: 9, membersCape: 9 }),
  ];

  it('adds up what happens, and takes what stands from the last month', () => {
    expect(yearOf(months, { name: 'sessions', told: 'sum' })).toBe(16);
    expect(yearOf(months, { name: 'membersCape', told: 'last' })).toBe(9);
    expect(yearOf([], { name: 'membersCape', told: 'last' })).toBe(0);
  });

  it('leaves out the months that the year under way has not come to', () => {
    const shown = upTo(months, 11);
    expect(yearOf(shown, { name: 'sessions', told: 'sum' })).toBe(7);
  });

  it('takes what needs a month that is over from the last one that is', () => {
    const unseen = [month('2026-10', { membersUnseen: 4 }), month('2026-11', { membersUnseen: 0 })];
    expect(yearOf(unseen, { name: 'membersUnseen', told: 'over' }, 10)).toBe(4);
    expect(yearOf(unseen, { name: 'membersUnseen', told: 'over' }, 0)).toBe(0);
  });
});

describe('rates and parts of a year', () => {
  it('tells a part with its whole, also where there is nothing', () => {
    const months = [
      month('2026-01', { opportunitiesGo: 2, opportunitiesNoGo: 1 }),
      month('2026-02', { opportunitiesGo: 1, opportunitiesNoGo: 0 }),
    ];
    const [rate] = GROUPS.flatMap(({ rates }) => rates ?? []).filter(({ name }) => name === 'goRate');
    expect(rate && rateOf(months, rate)).toEqual([3, 4]);
    expect(rate && rateOf([], rate)).toEqual([0, 0]);
  });

  it('adds up parts of what happens, takes those that stand from the last month, and keeps colons in names', () => {
    const months = [
      month('2026-01', {}, { 'asks:legal': 2, 'branch:Ville': 9 }),
      month('2026-02', {}, { 'asks:legal': 1, 'asks:tools': 5, 'branch:Val: sud': 3, 'branch:': 1 }),
    ];
    expect(partsOf(months, { name: 'asks', told: 'sum', unit: 'count' })).toEqual([
      { name: 'tools', value: 5 },
      { name: 'legal', value: 3 },
    ]);
    expect(partsOf(months, { name: 'branch', told: 'last', unit: 'count' })).toEqual([
      { name: 'Val: sud', value: 3 },
      { name: '', value: 1 },
    ]);
  });
});

it('calls figures as the data do', () => {
  expect(inData('treasuriesBelowZero')).toBe('treasuries_below_zero');
  expect(inData('retained36')).toBe('retained_36');
  expect(shown('sessions')?.name).toBe('sessions');
  expect(shown('nothing')).toBeUndefined();
});
