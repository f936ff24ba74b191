import { describe, expect, it } from 'vitest';

import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import { GROUPS, inData, inMonth, lastStated, partsOf, ratesOf, shown, upTo, yearsOf } from './figures.ts';

const month = (
  month: string,
  figures: Partial<MonthFigures>,
  parts: Record<string, number> = {},
): IndicatorMonth => ({
  month,
  figures: figures as MonthFigures,
  parts: Object.entries(parts).map(([name, value]) => ({ name, value })),
});

const years = (
  months: IndicatorMonth[],
  before: IndicatorMonth[] = [],
  lastOver = 12,
): Parameters<typeof yearsOf>[0] => ({ months, before, lastOver });

describe('a year in one number', () => {
  const months = [
    month('2026-01', { sessions: 3, membersCape: 20 }),
    month('2026-02', { sessions: 4, membersCape: 22 }),
    month('2026-12', { sessions: 9, membersCape: 9 }),
  ];

  it('adds up what happens, and takes what stands from the last month', () => {
    expect(yearsOf(years(months), { name: 'sessions', told: 'sum' })).toEqual([16, null]);
    expect(yearsOf(years(months), { name: 'membersCape', told: 'last' })).toEqual([9, null]);
    expect(yearsOf(years([]), { name: 'membersCape', told: 'last' })).toEqual([0, null]);
  });

  it('leaves out the months that the year under way has not come to', () => {
    expect(yearsOf(years(upTo(months, 11)), { name: 'sessions', told: 'sum' })).toEqual([7, null]);
  });

  it('takes what needs a month that is over from the last one that is', () => {
    const unseen = [month('2026-10', { membersUnseen: 4 }), month('2026-11', { membersUnseen: 0 })];
    expect(yearsOf(years(unseen, [], 10), { name: 'membersUnseen', told: 'over' })).toEqual([4, null]);
    expect(yearsOf(years(unseen, [], 0), { name: 'membersUnseen', told: 'over' })).toEqual([0, null]);
  });
});

describe('the year before', () => {
  const before = ['01', '02', '03', '04'].map((one) =>
    month(`2025-${one}`, {
      sessions: 10,
      membersCape: Number(one),
      statements: 5,
      turnoverCents: 100,
      treasuryCents: Number(one) * 1000,
    }),
  );

  it('is told by the months that this one has', () => {
    const held = years([month('2026-01', { sessions: 3, membersCape: 20 })], before);
    expect(yearsOf(held, { name: 'sessions', told: 'sum' })).toEqual([3, 10]);
    expect(yearsOf(held, { name: 'membersCape', told: 'last' })).toEqual([20, 1]);
    expect(yearsOf(years([], before), { name: 'sessions', told: 'sum' })).toEqual([0, null]);
  });

  it('also where nothing happened in a month between', () => {
    const held = years([month('2026-01', { sessions: 3 }), month('2026-03', { sessions: 4 })], before);
    expect(yearsOf(held, { name: 'sessions', told: 'sum' })).toEqual([7, 30]);
  });

  it('is told by no other month where it lacks the one that stands', () => {
    const held = years([month('2026-05', { membersCape: 20 })], before);
    expect(yearsOf(held, { name: 'membersCape', told: 'last' })).toEqual([20, null]);
  });

  const accounts = [
    month('2026-01', { statements: 6, turnoverCents: 70, treasuryCents: 900 }),
    month('2026-02', { statements: 0, turnoverCents: 0, treasuryCents: 0 }),
    month('2026-03', { statements: 0, turnoverCents: 0, treasuryCents: 0 }),
  ];

  it('is held against accounts up to the last month that has statements', () => {
    const [turnover, treasury] = [shown('turnoverCents'), shown('treasuryCents')];
    const held = years(accounts, before);
    expect(turnover && yearsOf(held, turnover)).toEqual([70, 100]);
    expect(treasury && yearsOf(held, treasury)).toEqual([900, 1000]);
    expect(lastStated(accounts)?.month).toBe('2026-01');
  });

  it('is not held against accounts that have not come', () => {
    const turnover = shown('turnoverCents');
    expect(turnover && yearsOf(years(accounts.slice(1), before), turnover)).toEqual([0, null]);
  });

  it('is not told where it had no accounts for these months', () => {
    const turnover = shown('turnoverCents');
    const began = [month('2025-01', { statements: 0, turnoverCents: 0 }), ...before.slice(1)];
    expect(turnover && yearsOf(years(accounts, began), turnover)).toEqual([70, null]);
    expect(lastStated(accounts.slice(1))).toBeUndefined();
  });
});

describe('rates and parts of a year', () => {
  it('tells a part with its whole, also where there is nothing', () => {
    const months = [
      month('2026-01', { opportunitiesGo: 2, opportunitiesNoGo: 1 }),
      month('2026-02', { opportunitiesGo: 1, opportunitiesNoGo: 0 }),
    ];
    const before = [
      month('2025-02', { opportunitiesGo: 1, opportunitiesNoGo: 1 }),
      month('2025-03', { opportunitiesGo: 7, opportunitiesNoGo: 0 }),
    ];
    const [rate] = GROUPS.flatMap(({ rates }) => rates ?? []).filter(({ name }) => name === 'goRate');
    expect(rate && ratesOf(years(months, before), rate)).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(rate && ratesOf(years([]), rate)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('adds up parts of what happens, takes those that stand from the last month, and keeps colons in names', () => {
    const months = [
      month('2026-01', {}, { 'asks:legal': 2, 'branch:Ville': 9 }),
      month('2026-02', {}, { 'asks:legal': 1, 'asks:tools': 5, 'branch:Val: sud': 3, 'branch:': 1 }),
    ];
    expect(partsOf(years(months), { name: 'asks', told: 'sum', unit: 'count' })).toEqual([
      { name: 'tools', value: 5 },
      { name: 'legal', value: 3 },
    ]);
    expect(partsOf(years(months), { name: 'branch', told: 'last', unit: 'count' })).toEqual([
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

describe('a figure of a month', () => {
  const all = [
    month('2026-01', { sessions: 3, statements: 2, turnoverCents: 100 }),
    month('2026-03', { sessions: 4, statements: 0, turnoverCents: 0 }),
  ];

  it('is nothing where nothing happened, and not known where the year has not come to', () => {
    const sessions = { name: 'sessions' } as const;
    expect(['2026-01', '2026-02', '2026-03', '2026-04'].map((one) => inMonth(all, one, sessions))).toEqual([
      3,
      0,
      4,
      null,
    ]);
  });

  it('is not known of accounts without a statement', () => {
    const turnover = { name: 'turnoverCents', stated: true } as const;
    expect(['2026-01', '2026-02', '2026-03'].map((one) => inMonth(all, one, turnover))).toEqual([
      100,
      null,
      null,
    ]);
  });
});
