import { expect, test } from 'vitest';

import type { OpportunityStatus } from '../../client/generated/types.ts';
import { openFirst } from './order.ts';

const rows = (...all: OpportunityStatus[]): { status: OpportunityStatus }[] =>
  all.map((status) => ({ status }));

test('what was left or is over comes after what is followed, both as they were sorted', () => {
  expect(openFirst(rows('no_go', 'published', 'done', 'go', 'studying'))).toEqual([
    { key: 'open', items: rows('published', 'go', 'studying') },
    { key: 'closed', items: rows('no_go', 'done') },
  ]);
});

test('a part of which there is nothing has no heading', () => {
  expect(openFirst(rows('done'))).toEqual([{ key: 'closed', items: rows('done') }]);
  expect(openFirst([])).toEqual([]);
});
