import { expect, test } from 'vitest';

import { addDays, dayOf, daysBetween, fromLocalField, monthsOf, toLocalField } from './dates.ts';

test('a late evening belongs to the day people see on the wall', () => {
  expect(dayOf('2026-11-22T23:30:00Z')).toBe('2026-11-23');
});

test.each(['2026-01-15T09:30', '2026-07-15T09:30', '2026-03-29T01:30', '2026-10-25T03:30'])(
  '%s survives a field in winter, in summer and around the change of clocks',
  (field) => expect(toLocalField(fromLocalField(field) ?? '')).toBe(field),
);

test('an empty field names no instant', () => {
  expect(fromLocalField('')).toBeNull();
  expect(fromLocalField('2026-99-99T10:00')).toBeNull();
});

test('days are counted across months and clock changes', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthsOf(2026).at(-1)).toBe('2026-12');
});
