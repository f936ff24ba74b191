import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { KIND_NUMBERS, kindNumbered } from './kind_numbers.ts';

test('they are those that kinds took for ever', () => {
  const list = readFileSync(new URL('../../../../model/src/kind.rs', import.meta.url), 'utf8');
  const taken = [...list.matchAll(/^ {4}(\d+) \w+ (\w+),$/gm)].map(([, number, kind]) => [
    kind,
    Number(number),
  ]);
  expect(taken.length).toBeGreaterThan(30);
  expect(KIND_NUMBERS).toEqual(Object.fromEntries(taken));
});

test('a kind is found by its number', () => {
  expect(kindNumbered(3)).toBe('activity');
  expect(kindNumbered(0)).toBeNull();
  expect(kindNumbered(200)).toBeNull();
});
