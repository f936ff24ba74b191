import { expect, test } from 'vitest';

import { hashOf, typeOf } from './file_type.ts';

const of = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file is what it begins with, and nothing else is taken', () => {
  expect(typeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(typeOf(of('%PDF-1.4'))).toBe('application/pdf');
  expect(typeOf(of('RIFF1234WEBP'))).toBe('image/webp');
  for (const other of ['RIFF1234WAVE', '<svg xmlns="', 'GIF89a', '', '%PD'])
    expect(typeOf(of(other))).toBeNull();
});

test('a file is named by the digest of its bytes', async () => {
  expect(await hashOf(of('abc').slice().buffer)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
