import { expect, test } from 'vitest';

import { mondayOf } from './weeks.ts';

test('a week begins on its Monday, across months and years', () => {
  expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  expect(mondayOf('2026-12-06')).toBe('2026-11-30');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(mondayOf('2026-1')).toBe('2026-1');
});
