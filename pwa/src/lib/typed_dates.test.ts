import { expect, test } from 'vitest';

import { HALF, readDate, typedIn } from './typed_dates.ts';

const YEARS = { first: 2000, last: 2999 };

test.each([
  ['', { is: 'empty' }],
  ['2026-11-28', { is: 'value', value: '2026-11-28' }],
  ['2026-11-28T14:00', { is: 'value', value: '2026-11-28T14:00' }],
  ['0026-11-28', { is: 'unsure', value: '2026-11-28' }],
  ['0026-11-28T14:00', { is: 'unsure', value: '2026-11-28T14:00' }],
  ['0027-02-29', { is: 'wrong', why: 'half' }],
  ['0202-11-28', { is: 'wrong', why: 'tooEarly' }],
  ['1999-12-31', { is: 'wrong', why: 'tooEarly' }],
  ['20266-11-28', { is: 'wrong', why: 'tooLate' }],
  ['2026-11-31', { is: 'wrong', why: 'half' }],
  [HALF, { is: 'wrong', why: 'half' }],
] as const)('the date %j', (value, reading) => expect(readDate(value, YEARS)).toEqual(reading));

test('part of a date is neither a date nor nothing', () => {
  expect(typedIn({ value: '', validity: { badInput: true } })).toBe(HALF);
  expect(typedIn({ value: '', validity: { badInput: false } })).toBe('');
});
