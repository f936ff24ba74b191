import { expect, test } from 'vitest';

import { newUlid, ulidFrom } from './ulid.ts';

test('an identifier prints its time first, as the ULID specification does', () => {
  // The example of the specification: 2016-07-30T23:54:10.259Z.
  expect(ulidFrom(1469922850259, new Uint8Array(16)).slice(0, 10)).toBe('01ARZ3NDEK');
});

test('new identifiers have the length and the letters of a ULID', () => {
  expect(newUlid()).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(newUlid()).not.toBe(newUlid());
});
