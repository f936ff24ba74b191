import { expect, test } from 'vitest';

import { groupBy, monthOf, sum } from './groups.ts';

test('a sorted list is cut into its months, in order', () => {
  const groups = groupBy(['2026-11-22', '2026-11-02', '2026-10-31'], monthOf);
  expect(groups).toEqual([
    { key: '2026-11', items: ['2026-11-22', '2026-11-02'] },
    { key: '2026-10', items: ['2026-10-31'] },
  ]);
  expect(sum([{ n: 1 }, { n: 2 }], (item) => item.n)).toBe(3);
});
