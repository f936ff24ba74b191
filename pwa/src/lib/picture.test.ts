import { expect, test } from 'vitest';

import { LIMITS } from '../client/generated/types.ts';
import { type Drawn, QUALITIES, type Size, clean, thumbOf, within } from './picture.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe1];
const PDF = [...new TextEncoder().encode('%PDF-1.7\n')];
const blob = (bytes: number[], type: string, size = bytes.length): Blob =>
  new Blob([new Uint8Array(bytes), new Uint8Array(size - bytes.length)], { type });

/** A picture of that size, whose JPEGs have as many bytes as asked for by quality. */
function camera(size: Size, bytesAt: (quality: number) => number = () => 1_000) {
  const drawn: [number, number, number][] = [];
  let closed = 0;
  const read = (): Promise<Drawn> =>
    Promise.resolve({
      ...size,
      jpeg: ({ width, height }, quality) => {
        drawn.push([width, height, quality]);
        return Promise.resolve(new ArrayBuffer(bytesAt(quality)));
      },
      close: () => (closed += 1),
    });
  return { read, drawn, closed: () => closed };
}
const blind = (): Promise<Drawn> => Promise.reject(new Error('cannot read'));

test('a large picture is drawn anew with no side longer than a receipt needs, and small for lists', async () => {
  const { read, drawn, closed } = camera({ width: 3_000, height: 4_000 });
  expect(await clean(blob(JPEG, 'image/jpeg'), read)).toEqual({
    bytes: new ArrayBuffer(1_000),
    thumb: new ArrayBuffer(1_000),
  });
  expect(drawn).toEqual([
    [1_500, 2_000, 0.8],
    [180, 240, 0.7],
  ]);
  expect(closed()).toBe(1);
});

test('a small picture is drawn anew too, at its own size: nothing of where it was taken stays', async () => {
  const { read, drawn } = camera({ width: 80, height: 60 });
  await clean(blob(JPEG, 'image/jpeg'), read);
  expect(drawn[0]).toEqual([80, 60, 0.8]);
});

test('a picture that is still too large is drawn worse, until it fits', async () => {
  const { read } = camera({ width: 10, height: 10 }, (quality) => (quality > 0.5 ? LIMITS.fileBytes + 1 : 9));
  expect(await clean(blob(JPEG, 'image/jpeg'), read)).toMatchObject({ bytes: new ArrayBuffer(9) });
  const huge = camera({ width: 10, height: 10 }, () => LIMITS.fileBytes + 1);
  expect(await clean(blob(JPEG, 'image/jpeg'), huge.read)).toBe('size');
  expect(huge.drawn.length).toBe(QUALITIES.length);
  expect(huge.closed()).toBe(1);
});

test('a PDF is kept as it is, up to what a file may have, whatever it calls itself', async () => {
  const kept = await clean(blob(PDF, 'image/jpeg', 5_000), blind);
  expect(kept).toMatchObject({ thumb: null });
  expect((kept as { bytes: ArrayBuffer }).bytes.byteLength).toBe(5_000);
  expect(await clean(blob(PDF, '', LIMITS.fileBytes + 1), blind)).toBe('size');
});

test('what is no picture, what cannot be drawn and what is empty is told apart', async () => {
  expect(await clean(blob([1, 2, 3], 'text/plain'), blind)).toBe('kind');
  expect(await clean(blob([1, 2, 3], 'image/heic'), blind)).toBe('unreadable');
  expect(await clean(blob(JPEG, 'image/jpeg'), blind)).toBe('unreadable');
  expect(await clean(blob([], 'image/jpeg'), blind)).toBe('unreadable');
});

test('a picture keeps its shape, and at least a dot of it', () => {
  expect(within({ width: 100, height: 100 }, 2_000)).toEqual({ width: 100, height: 100 });
  expect(within({ width: 30_000, height: 3 }, 2_000)).toEqual({ width: 2_000, height: 1 });
});

test('how a received picture looks is made if it can be', async () => {
  expect(await thumbOf(blob(JPEG, ''), camera({ width: 480, height: 240 }).read)).toEqual(
    new ArrayBuffer(1_000),
  );
  expect(await thumbOf(blob(PDF, ''), blind)).toBeNull();
});
