import { expect, test } from 'vitest';

import {
  centsToField,
  kilometresToField,
  minutesToField,
  parseCents,
  parseKilometres,
  parseMinutes,
} from './money.ts';

test.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12,', 1200],
  ['1 234,56 €', 123456],
  ['1\u202f234,56', 123456],
  ['-3,10', -310],
  ['0,07', 7],
  ['-0', 0],
])('%s is %d cents', (text, cents) => expect(parseCents(text)).toBe(cents));

test.each(['', 'douze', '1,234', '1.2.3', '99999999999', ',5', '1e3'])('%s is no amount', (text) =>
  expect(parseCents(text)).toBeNull(),
);

test.each([0, 7, -310, 123456])('%d cents survive a field', (cents) =>
  expect(parseCents(centsToField(cents))).toBe(cents),
);

test('kilometres keep one decimal', () => {
  expect(parseKilometres('12,4')).toBe(12_400);
  expect(parseKilometres('12 km')).toBe(12_000);
  expect(parseKilometres('12,45')).toBeNull();
  expect(kilometresToField(12_400)).toBe('12,4');
  expect(kilometresToField(12_000)).toBe('12');
});

test('durations are read as people write them', () => {
  expect(parseMinutes('1:30')).toBe(90);
  expect(parseMinutes('1h')).toBe(60);
  expect(parseMinutes('1 h 05')).toBe(65);
  expect(parseMinutes('45')).toBe(45);
  expect(parseMinutes('1:75')).toBeNull();
  expect(minutesToField(65)).toBe('1:05');
});
