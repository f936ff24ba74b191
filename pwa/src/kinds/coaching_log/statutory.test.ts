import { expect, test } from 'vitest';

import { filled, pointsOf } from './statutory.ts';

test('a report always has its eight points, and blanks do not count', () => {
  expect(pointsOf(['a'])).toHaveLength(8);
  expect(filled(pointsOf(['a', '  ', 'b']))).toBe(2);
});
