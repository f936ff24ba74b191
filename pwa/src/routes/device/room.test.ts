import { expect, test } from 'vitest';

import { type Counted, type FileRoom, fileRoom, size, taken, totalOf } from './room.ts';

const share = (files: number, bytes: number) => ({ files, bytes });
const files: FileRoom = {
  ways: {
    kept: share(1, 10),
    waiting: share(2, 200),
    received: share(3, 3_000),
    refused: share(1, 40_000),
    fetched: share(5, 500_000),
  },
  free: share(5, 500_000),
};
const counted: Counted = {
  rows: { docs: 1, records: 2, snapshots: 3, outbox: 10, refused: 20, sent: 100, 'of a later version': 4 },
  files,
  thumbs: 6_000_000,
  small: 7,
  app: 70_000_000,
  reserve: 800_000_000,
};

test('everything that was counted is told once, by what it is', () => {
  const all = taken(counted);
  expect(all).toEqual({
    docs: 10,
    waiting: 30,
    sent: 100,
    drafts: 7,
    attached: 43_210,
    fetched: 500_000,
    thumbs: 6_000_000,
    app: 70_000_000,
    reserve: 800_000_000,
  });
  expect(totalOf(all)).toBe(10 + 30 + 100 + 7 + 43_210 + 500_000 + 6_000_000 + 70_000_000 + 800_000_000);
});

test('files are told by how far they have come, and once more where they can go', () => {
  const lying = [
    { bytes: 1, way: 'waiting', isFree: false },
    { bytes: 20, way: 'received', isFree: true },
    { bytes: 300, way: 'fetched', isFree: true },
    { bytes: 4_000, way: 'fetched', isFree: false },
  ] as const;
  const { ways, free } = fileRoom(lying);
  expect(ways).toMatchObject({ waiting: share(1, 1), received: share(1, 20), fetched: share(2, 4_300) });
  expect([ways.kept, ways.refused]).toEqual([share(0, 0), share(0, 0)]);
  expect(free).toEqual(share(2, 320));
});

test.each([
  [0, '0 o', '0 byte'],
  [999, '999 o', '999 byte'],
  [1_000, '1 ko', '1 kB'],
  [12_340, '12,3 ko', '12.3 kB'],
  [812_300, '812 ko', '812 kB'],
  [12_345_678, '12,3 Mo', '12.3 MB'],
  [10_200_000_000, '10,2 Go', '10.2 GB'],
  [5_000_000_000_000, '5 000 Go', '5,000 GB'],
])('%d bytes', (bytes, fr, en) => {
  expect(size(bytes, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(fr);
  expect(size(bytes, 'en').replaceAll('\u00a0', ' ')).toContain(en);
});
