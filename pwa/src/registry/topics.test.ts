import { expect, test } from 'vitest';

import '../kinds/all.ts';
import { concerns } from './topics.ts';

test('a change reaches the views that show it and spares the others', () => {
  expect(concerns('expenses', ['activity'])).toBe(true);
  expect(concerns('expenses', ['sync'])).toBe(true);
  expect(concerns('members', ['activity', 'sync'])).toBe(false);
  expect(concerns('members', ['profile'])).toBe(true);
  expect(concerns('today', ['coach_notes'])).toBe(true);
});
