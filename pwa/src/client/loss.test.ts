import { expect, test } from 'vitest';

import { readLoss } from './loss.ts';

test('what is kept of a loss is read back', () => {
  const loss = { removed: null, names: ['Pain pour le stand'], more: 2, at: '2026-03-02T08:00:00.000Z' };
  expect(readLoss(JSON.stringify(loss))).toEqual(loss);
});

test('what is known of a removal is read back, also as earlier versions wrote it', () => {
  const removed = { at: '2026-03-02T08:00:00.000Z', by: 'Anne' };
  expect(readLoss(JSON.stringify({ removed, names: [], more: 1, at: '' })).removed).toEqual(removed);
  expect(readLoss('{"removed":true,"names":[],"more":1,"at":""}').removed).toEqual({ at: '', by: '' });
  expect(readLoss('{"removed":false,"names":[],"more":1,"at":""}').removed).toBeNull();
});

test('a text that was cut short still says that somebody was here', () => {
  expect(readLoss('{"removed":fal')).toEqual({ removed: null, names: [], more: 0, at: '' });
  expect(readLoss('')).toEqual({ removed: null, names: [], more: 0, at: '' });
});
