import { expect, test } from 'vitest';

import { RATES_BP, fitsRate, split } from './vat.ts';

test.each([
  [12_000, 2000, 10_000, 2_000],
  [4_999, 2000, 4_166, 833],
  [1_250, 1000, 1_136, 114],
  [1_055, 550, 1_000, 55],
  [10_210, 210, 10_000, 210],
  [1_234, 0, 1_234, 0],
  [-12_000, 2000, -10_000, -2_000],
])('%d cents with tax at %d basis points', (gross, rate, netCents, vatCents) =>
  expect(split(gross, rate)).toEqual({ netCents, vatCents }),
);

test('net and tax always make the amount that was typed', () => {
  const wrong = Array.from({ length: 5_000 }, (_, gross) => gross).flatMap((gross) =>
    RATES_BP.filter((rate) => {
      const parts = split(gross, rate);
      return parts.netCents + parts.vatCents !== gross || !fitsRate(parts, rate);
    }),
  );
  expect(wrong).toEqual([]);
});

test('amounts that no rate gives fit none', () => {
  const rates = RATES_BP.filter((rate) => fitsRate({ netCents: 4_590, vatCents: 743 }, rate));
  expect(rates).toEqual([]);
  expect(fitsRate({ netCents: 10_000, vatCents: 210 }, 2000)).toBe(false);
  expect(fitsRate({ netCents: 10_000, vatCents: 210 }, 210)).toBe(true);
});
