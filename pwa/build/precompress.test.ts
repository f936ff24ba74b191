/** What the relay serves as it is must be the file, and smaller. */
import { brotliDecompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { brotli } from './precompress.ts';

test('a variant holds the same bytes in fewer', () => {
  const text = Buffer.from('la besace est pleine, '.repeat(100));
  const variant = brotli(text);
  expect(variant?.length).toBeLessThan(text.length);
  expect(variant && brotliDecompressSync(variant).equals(text)).toBe(true);
});

test('what would get no smaller gets no variant', () => {
  expect(brotli(Buffer.from('x'))).toBeNull();
});
