import { expect, test } from 'vitest';

import { amountsOf, paidObjection, paidOf } from './paid.ts';

const BOUNDS = { min: -1_000_000_000, max: 1_000_000_000 };

test('a rate is stored only where somebody chose it', () => {
  expect(amountsOf({ gross: '102,10', rate: 'amount', vat: '2,10' }, BOUNDS)).toEqual({
    netCents: 10_000,
    vatCents: 210,
    vatRateBp: null,
  });
  expect(amountsOf({ gross: '53,33', rate: 'amount', vat: '7,43' }, BOUNDS)).toEqual({
    netCents: 4_590,
    vatCents: 743,
    vatRateBp: null,
  });
  expect(amountsOf({ gross: '102,10', rate: '210', vat: '' }, BOUNDS)).toEqual({
    netCents: 10_000,
    vatCents: 210,
    vatRateBp: 210,
  });
  expect(amountsOf({ gross: '12€50', rate: 'unknown', vat: '' }, BOUNDS)).toEqual({
    netCents: 1_250,
    vatCents: 0,
    vatRateBp: null,
  });
});

test.each([
  [
    { netCents: 10_000, vatCents: 2_000, vatRateBp: 2_000 },
    { gross: '120,00', rate: '2000', vat: '' },
  ],
  [
    { netCents: 10_000, vatCents: 210, vatRateBp: 200 },
    { gross: '102,10', rate: 'amount', vat: '2,10' },
  ],
  [
    { netCents: 4_590, vatCents: 743, vatRateBp: 1_600 },
    { gross: '53,33', rate: 'amount', vat: '7,43' },
  ],
  [
    { netCents: 1_250, vatCents: 0, vatRateBp: null },
    { gross: '12,50', rate: 'unknown', vat: '' },
  ],
  [
    { netCents: 1_250, vatCents: 0, vatRateBp: 0 },
    { gross: '12,50', rate: '0', vat: '' },
  ],
  [{}, { gross: '', rate: 'unknown', vat: '' }],
] as const)('%j opens as %j', (stored, paid) => expect(paidOf(stored)).toEqual(paid));

test.each([
  [{ netCents: 4_166, vatCents: 833, vatRateBp: 2_000 }],
  [{ netCents: 1_000, vatCents: 55, vatRateBp: 550 }],
  [{ netCents: 4_590, vatCents: 743, vatRateBp: null }],
  [{ netCents: -1_250, vatCents: 0, vatRateBp: null }],
] as const)('%j survives its form', (stored) => expect(amountsOf(paidOf(stored), BOUNDS)).toEqual(stored));

test('what is not sure is objected to, the amount first', () => {
  const wrong = (gross: string, vat: string) => paidObjection({ gross, rate: 'amount', vat }, BOUNDS, BOUNDS);
  expect(wrong('12 50', '2')?.of).toBe('money');
  expect(wrong('12,50', '')).toMatchObject({ reading: { why: 'unreadable' } });
  expect(wrong('12,50', '2 10')).toMatchObject({ reading: { is: 'unsure', values: [210, 21_000] } });
  expect(wrong('12,50', '2,10')).toBeUndefined();
});
