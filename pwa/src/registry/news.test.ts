import { expect, test } from 'vitest';

import type { AwayItem } from '../client/generated/types.ts';
import { newAt, opened, readSeen } from './news.ts';
import type { Place } from './places.ts';

const BOARD = { area: '/more/board', news: ['post'] } as unknown as Place;
const told = [
  { kind: 'post', how: 'arrived', at: '2026-11-29T10:00:00Z' },
  { kind: 'post', how: 'changed', at: '2026-11-29T09:30:00Z' },
  { kind: 'event', how: 'arrived', at: '2026-11-29T09:00:00Z' },
  { kind: 'post', how: 'arrived', at: '2026-11-28T09:00:00Z' },
] as AwayItem[];

test('what others made is new until its place was opened', () => {
  expect(newAt(BOARD, told, {})).toEqual([told[0], told[3]]);
  const seen = opened(BOARD, told, {});
  expect(seen).toEqual({ '/more/board': '2026-11-29T10:00:00Z' });
  expect(newAt(BOARD, told, seen ?? {})).toEqual([]);
  expect(opened(BOARD, told, seen ?? {})).toBeNull();
});

test('what comes later is new again', () => {
  const later = { kind: 'post', how: 'arrived', at: '2026-11-29T10:00:01Z' } as AwayItem;
  expect(newAt(BOARD, [later, ...told], opened(BOARD, told, {}) ?? {})).toEqual([later]);
});

test('what was kept and cannot be read says that nothing was seen', () => {
  for (const text of [null, '', '{', 'null', '3']) expect(readSeen(text)).toEqual({});
});
