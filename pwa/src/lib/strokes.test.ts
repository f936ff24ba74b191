import { expect, test } from 'vitest';

import { type Strokes, begin, extend, isDrawn, pathOf, pointAt, written } from './strokes.ts';

test('a signature is kept in its box, whatever the finger does', () => {
  let drawn: Strokes = begin([], pointAt(-3, 12.6));
  drawn = extend(drawn, pointAt(1, 12));
  drawn = extend(drawn, pointAt(2000, 900));
  drawn = begin(drawn, pointAt(500, 200));
  expect(written(drawn)).toBe('0,13 999,399;500,200');
  expect(pathOf(written(drawn))).toBe('M0,13 999,399M500,200 500,200');
  expect(isDrawn(drawn)).toBe(false);
});

test('a finger that never stops stays within what the cooperative takes', () => {
  let drawn: Strokes = [];
  for (let line = 0; line < 100; line++) {
    drawn = begin(drawn, pointAt(line, 0));
    for (let step = 1; step < 40; step++) drawn = extend(drawn, pointAt(line, step * 9));
  }
  expect(drawn.length).toBeLessThanOrEqual(64);
  expect(drawn.flat().length).toBeLessThanOrEqual(1000);
  expect(written(drawn).length).toBeLessThanOrEqual(8000);
});

test('what is no signature draws nothing', () => {
  expect(pathOf('M0 0"/><script>')).toBe('');
  expect(pathOf('')).toBe('');
});
