import { expect, test } from 'vitest';

import { words } from './words.ts';

test('blanks and repeats are left out', () => {
  expect(words('cuisine,  traiteur , cuisine,,')).toEqual(['cuisine', 'traiteur']);
  expect(words('')).toEqual([]);
});
