import { expect, test } from 'vitest';

import { plain } from './search.ts';

test('accents, case and ligatures do not hide anyone', () => {
  expect(plain(' Zoé Lecœur ')).toBe('zoe lecoeur');
});
