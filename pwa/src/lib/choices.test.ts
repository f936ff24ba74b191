import { expect, test } from 'vitest';

import { nextChoice } from './choices.ts';

test('arrows go round the choices, either way', () => {
  expect(nextChoice('ArrowRight', 0, 3)).toBe(1);
  expect(nextChoice('ArrowDown', 2, 3)).toBe(0);
  expect(nextChoice('ArrowLeft', 0, 3)).toBe(2);
  expect(nextChoice('ArrowUp', 2, 3)).toBe(1);
});

test('no other key goes anywhere', () => {
  for (const key of [' ', 'Enter', 'Tab', 'Home']) expect(nextChoice(key, 0, 3)).toBeUndefined();
});
