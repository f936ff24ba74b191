import { expect, test } from 'vitest';

import { FRAMES_MAX, Gathering, decode45, encode45, framesOf } from './frames.ts';
import { fromHex, toHex } from './hex.ts';

function bytes(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) & 0xff);
}

async function gather(frames: readonly string[], gathering = new Gathering()) {
  let last = await gathering.take('');
  for (const frame of frames) last = await gathering.take(frame);
  return last;
}

test('bytes go there and back as the standard writes them', () => {
  expect(encode45(new TextEncoder().encode('base-45'))).toBe('UJCLQE7W581');
  for (const length of [0, 1, 2, 3, 280]) expect(decode45(encode45(bytes(length)))).toEqual(bytes(length));
  for (const text of ['A', 'AAAA', 'abc', '::', ':::', 'GGW', 'é1']) expect(decode45(text)).toBeNull();
  expect(fromHex(toHex(bytes(300)))).toEqual(bytes(300));
});

test('a parcel comes out of its frames in any order, also when some are seen twice', async () => {
  const parcel = bytes(3_000);
  const frames = await framesOf(parcel);
  expect(frames).toHaveLength(11);
  for (const frame of frames) expect(frame).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  expect(await gather([...frames].reverse())).toEqual({ is: 'whole', bytes: parcel });
  expect(await gather([...frames.slice(4), ...frames.slice(2, 6), ...frames.slice(0, 2)])).toEqual({
    is: 'whole',
    bytes: parcel,
  });
});

test('what is missing is counted', async () => {
  const frames = await framesOf(bytes(3_000));
  expect(await gather(frames.slice(2, 5))).toEqual({ is: 'part', have: 3, total: 11 });
  expect(await gather([frames[2] ?? '', frames[2] ?? ''])).toEqual({ is: 'part', have: 1, total: 11 });
});

test('frames of two parcels are never mixed', async () => {
  const one = await framesOf(bytes(1_000, 1));
  const other = await framesOf(bytes(1_000, 2));
  const gathering = new Gathering();
  await gather(one.slice(0, 3), gathering);
  expect(await gather(other.slice(0, 1), gathering)).toEqual({ is: 'part', have: 1, total: 4 });
  expect(await gather(other.slice(1), gathering)).toEqual({ is: 'whole', bytes: bytes(1_000, 2) });
});

test('frames that together are not what they named are not taken, and the next ones are', async () => {
  const parcel = bytes(600);
  const frames = await framesOf(parcel);
  const [first = '', ...rest] = frames;
  const gathering = new Gathering();
  const forged = first.slice(0, -3) + (first.endsWith('000') ? '100' : '000');
  expect(await gather([forged, ...rest], gathering)).toEqual({ is: 'broken' });
  expect(await gather(frames, gathering)).toEqual({ is: 'whole', bytes: parcel });
});

test('what is no frame is told apart, however many it says there are', async () => {
  const [frame = ''] = await framesOf(bytes(10));
  const [, name] = frame.split('/');
  for (const text of [
    'https://exemple.coop/join#0123',
    'BESACE1',
    `BESACE2/${name}/0/1/00`,
    `BESACE1/${name}/1/1/00`,
    `BESACE1/${name}/0/0/00`,
    `BESACE1/${name}/0/${FRAMES_MAX + 1}/00`,
    `BESACE1/${name}/-1/2/00`,
    `BESACE1/${name}/0/1e3/00`,
    `BESACE1/${name}/0/1/`,
    `BESACE1/${name}/0/1/${'0'.repeat(900)}`,
    `BESACE1/short/0/1/00`,
  ]) {
    expect(await gather([text]), text).toEqual({ is: 'foreign' });
  }
});
