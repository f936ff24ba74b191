import { describe, expect, it } from 'vitest';

import type { IndicatorMonth, MonthFigures } from '../../client/generated/types.ts';
import { upTo, yearOf } from './figures.ts';

const month = (month: string, figures: Partial<MonthFigures>): IndicatorMonth => ({
  month,
  figures: figures as MonthFigures,
});

describe('a year in one number', () => {
  const months = [
    month('2026-01', { sessions: 3, membersCape: 20 }),
    month('2026-02', { sessions: 4, membersCape: 22 }),
    month('2026-12', { sessions: 9, membersCape: 9 }),
  ];

  it('adds up what happens, and takes what stands from the last month', () => {
    expect(yearOf(months, { name: 'sessions', unit: 'count', told: 'sum' })).toBe(16);
    expect(yearOf(months, { name: 'membersCape', unit: 'count', told: 'last' })).toBe(9);
    expect(yearOf([], { name: 'membersCape', unit: 'count', told: 'last' })).toBe(0);
  });

  it('leaves out the months that the year under way has not come to', () => {
    const shown = upTo(months, 11);
    expect(yearOf(shown, { name: 'sessions', unit: 'count', told: 'sum' })).toBe(7);
  });
});
