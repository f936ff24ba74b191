import { expect, test } from 'vitest';

import { changesOf } from './changes.ts';

test('only what differs is kept', () => {
  expect(changesOf({ a: 1, b: 'x', c: ['y'] }, { a: 1, b: 'z', c: ['y'] })).toEqual({ b: 'z' });
  expect(changesOf({ a: 1 }, { a: 1 })).toEqual({});
});
