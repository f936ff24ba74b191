import { expect, test } from 'vitest';

import type { ToldFigure } from '../../client/generated/types.ts';
import { partsOf, rowsOf } from './figures.ts';

const told: ToldFigure[] = [
  { name: 'branch:Vallée', value: 12, before: 10 },
  { name: 'branch:Ville', value: 30, before: null },
  { name: 'branch:Littoral', value: null, before: 7 },
  { name: 'members', value: 42, before: 40 },
  { name: 'members_cape', value: 8, before: null },
  { name: 'exits', value: null, before: 6 },
];

test('a division shows what is told of this year, the largest part first', () => {
  expect(partsOf(told, 'branch:')).toEqual([
    { name: 'Ville', value: 30 },
    { name: 'Vallée', value: 12 },
  ]);
  expect(partsOf(told, 'members_')).toEqual([{ name: 'cape', value: 8 }]);
  expect(partsOf(told, 'sector:')).toEqual([]);
});

test('a group shows what is told of either year, in its own order', () => {
  expect(rowsOf(told, 'members').map(({ name, value }) => [name, value])).toEqual([
    ['members', 42],
    ['exits', null],
  ]);
  expect(rowsOf([], 'members')).toEqual([]);
});
