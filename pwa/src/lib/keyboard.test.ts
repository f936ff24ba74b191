import { expect, test } from 'vitest';

import { hiddenPx } from './keyboard.ts';

test('a keyboard that lies over the page hides its foot, one that makes it smaller does not', () => {
  expect(hiddenPx({ inner: 844, height: 508, top: 0, scale: 1 })).toBe(336);
  expect(hiddenPx({ inner: 844, height: 508, top: 120, scale: 1 })).toBe(216);
  expect(hiddenPx({ inner: 508, height: 508, top: 0, scale: 1 })).toBe(0);
});

test('somebody who magnifies has no keyboard for that', () => {
  expect(hiddenPx({ inner: 844, height: 422, top: 100, scale: 2 })).toBe(0);
});
