import { expect, test } from 'vitest';

import {
  centsToField,
  metresToField,
  minutesToField,
  rateToField,
  readCents,
  readMetres,
  readMinutes,
  readRate,
} from './money.ts';
import { type Reading, bounded, readWhole } from './number.ts';

const value = (of: number): Reading => ({ is: 'value', value: of });
const asked = (...values: number[]): Reading => ({ is: 'unsure', values });

test.each([
  ['12', 1200],
  ['12,5', 1250],
  ['12,', 1200],
  [',5', 50],
  ['12.50', 1250],
  ['12€50', 1250],
  ['12 € 50', 1250],
  ['1 234€50', 123450],
  ['12,50 €', 1250],
  ['€12,50', 1250],
  ['€ 12,50', 1250],
  ['12,50 EUR', 1250],
  ['12,50euros', 1250],
  ['+12,50', 1250],
  ['-3,10', -310],
  ['\u221220', -2000],
  ['\u2212 20,00 €', -2000],
  ['€-20', -2000],
  ['-€20', -2000],
  ['\u201320', -2000],
  ['1 234,56', 123456],
  ['1\u00a0234,56 €', 123456],
  ['1\u202f234,56', 123456],
  ['1\u2009234,56', 123456],
  ['1 234 567', 123456700],
  ['12 500', 1250000],
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1.234.567', 123456700],
  ['1’234,50', 123450],
  ['\u200b12,50\u200e', 1250],
  ['\u202a12,50 €\u202c', 1250],
  ['12,500000', 1250],
  ['0,07', 7],
  ['-0', 0],
])('the amount %j is %d cents', (text, cents) => expect(readCents(text)).toEqual(value(cents)));

test.each([
  ['12 50', [1250, 125000]],
  ['12\u00a050', [1250, 125000]],
  ['12\u202f50 €', [1250, 125000]],
  ['3 50', [350, 35000]],
  ['-3 50', [-350, -35000]],
  ['3 5', [350, 3500]],
  ['1 2 3', [1230, 12300]],
  ['1234 56', [123456, 12345600]],
  ['1 23 456', [12345600]],
  ['1234 567', [123456700]],
  ['1.234', [123400, 123]],
  ['12,500', [1250000, 1250]],
  ['12, 50', [1250]],
  ['12€5', [1250, 1205]],
])('the amount %j is asked', (text, values) => expect(readCents(text)).toEqual(asked(...values)));

test.each([
  'douze',
  '1.2.3',
  '1,2,3',
  '1,234,5',
  '0,125',
  '1234,567',
  '12,3456',
  '1e3',
  '12²',
  '12 ou 13',
  '12-13',
  '--12',
  '12 $',
  '€',
  '12€50€',
  '1 234,56.7',
])('%j is no amount', (text) => expect(readCents(text)).toEqual({ is: 'wrong', why: 'unreadable' }));

test.each(['', ' ', '\u200b', '\u00a0'])('nothing that can be seen is no amount at all: %j', (text) =>
  expect(readCents(text)).toEqual({ is: 'empty' }),
);

test('an amount beyond its bounds says which way', () => {
  const bounds = { min: 0, max: 1_000_000 };
  expect(bounded(readCents('10 001'), bounds)).toEqual({ is: 'wrong', why: 'tooBig' });
  expect(bounded(readCents('-1'), bounds)).toEqual({ is: 'wrong', why: 'negative' });
  expect(bounded(readCents('-3 50'), bounds)).toEqual({ is: 'wrong', why: 'unreadable' });
  expect(bounded(readCents('200 50'), { min: 0, max: 100_000 })).toEqual(asked(20050));
});

test.each([0, 7, -310, 123456, 123400, 99_999_999])('%d cents survive a field', (cents) =>
  expect(readCents(centsToField(cents))).toEqual(value(cents)),
);

test.each([0, 7, 29, 550, 3350, 10_000])('%d hundredths of a percent survive a field', (bp) =>
  expect(readRate(rateToField(bp))).toEqual(value(bp)),
);

test.each(['33.5', '33,5 %', '33,50%'])('the rate %j is read', (text) =>
  expect(readRate(text)).toEqual(value(3350)),
);

test.each(['half', '5,555', '%'])('%j is no rate', (text) => expect(readRate(text).is).not.toBe('value'));

test.each([1, 50, 800, 12_000, 12_400, 12_450, 12_345, 125, 9_999_999])(
  '%d metres survive a field',
  (metres) => expect(readMetres(metresToField(metres))).toEqual(value(metres)),
);

test.each([
  ['12,4', value(12_400)],
  ['12,45 km', value(12_450)],
  ['12 km', value(12_000)],
  ['1 200', value(1_200_000)],
  ['0,125', value(125)],
  ['12 5', asked(12_500, 125_000)],
  ['1,250', asked(1_250_000, 1_250)],
  ['12 km environ', { is: 'wrong', why: 'unreadable' } as Reading],
])('the distance %j', (text, reading) => expect(readMetres(text)).toEqual(reading));

test.each([
  ['1:30', value(90)],
  ['1h', value(60)],
  ['1 h 05', value(65)],
  ['1\u00a0h\u00a005', value(65)],
  ['1h30min', value(90)],
  ['45', value(45)],
  ['45 min', value(45)],
  ['1,5 h', value(90)],
  ['1,5', asked(90)],
  ['1 30', asked(90, 130)],
  ['1 75', asked(175)],
  ['1:75', { is: 'wrong', why: 'unreadable' } as Reading],
  ['une heure', { is: 'wrong', why: 'unreadable' } as Reading],
])('the duration %j', (text, reading) => expect(readMinutes(text)).toEqual(reading));

test.each([5, 65, 90, 600])('%d minutes survive a field', (minutes) =>
  expect(readMinutes(minutesToField(minutes))).toEqual(value(minutes)),
);

test.each([
  ['2', value(2)],
  [' 8 ', value(8)],
  ['1 200', { is: 'wrong', why: 'tooBig' } as Reading],
  ['12', { is: 'wrong', why: 'tooBig' } as Reading],
  ['-1', { is: 'wrong', why: 'negative' } as Reading],
  ['deux', { is: 'wrong', why: 'unreadable' } as Reading],
  ['2 ou 3', { is: 'wrong', why: 'unreadable' } as Reading],
  ['2,5', { is: 'wrong', why: 'unreadable' } as Reading],
  ['1 2', { is: 'wrong', why: 'unreadable' } as Reading],
  ['', { is: 'empty' } as Reading],
])('the number of seats %j', (text, reading) => expect(readWhole(text, { min: 0, max: 8 })).toEqual(reading));
