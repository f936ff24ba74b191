import { expect, test } from 'vitest';

import { readLoss } from './loss.ts';

test('what is kept of a loss is read back', () => {
  const loss = { removed: false, names: ['Pain pour le stand'], more: 2, at: '2026-03-02T08:00:00.000Z' };
  expect(readLoss(JSON.stringify(loss))).toEqual(loss);
});

test('a text that was cut short still says that somebody was here', () => {
  expect(readLoss('{"removed":fal')).toEqual({ removed: false, names: [], more: 0, at: '' });
  expect(readLoss('')).toEqual({ removed: false, names: [], more: 0, at: '' });
});
