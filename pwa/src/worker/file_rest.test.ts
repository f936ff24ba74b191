import { expect, test } from 'vitest';

import { ABANDONED_MS, type FileFacts, SPARED_MS, beyond, faded, fetchable, nameless } from './file_rest.ts';

const NOW = 1_800_000_000_000;
const file = (hash: string, over: Partial<FileFacts> = {}): FileFacts => ({
  ...{
    hash,
    bytes: 100,
    type: 'image/jpeg',
    at: NOW,
    usedAt: NOW,
    namedAt: NOW,
    isMine: true,
    sentFor: ['doc'],
    restarts: 0,
    refusal: null,
  },
  ...{ isHere: true, hasThumb: true, ...over },
});
const long = { at: NOW - ABANDONED_MS - 1, namedAt: NOW - ABANDONED_MS - 1 };

test('a picture of an abandoned draft goes after a week, not before', () => {
  const all = [file('old', long), file('new', { at: NOW - ABANDONED_MS, namedAt: 0 })];
  expect(nameless(all, new Set(), NOW)).toEqual(['old']);
});

test('what a document, a draft or something refused names stays, however old it is', () => {
  expect(nameless([file('old', long)], new Set(['old']), NOW)).toEqual([]);
});

test('what was named a moment ago stays: whoever removed it may take that back', () => {
  expect(nameless([file('removed', { ...long, namedAt: NOW - 1_000 })], new Set(), NOW)).toEqual([]);
});

test('what came from the relay goes as soon as its document is not here any more', () => {
  expect(nameless([file('read', { isMine: false })], new Set(), NOW)).toEqual(['read']);
});

test('originals that the cooperative has go beyond the limit, the longest unused first', () => {
  const all = [file('b', { usedAt: 2 }), file('a', { usedAt: 1 }), file('c', { usedAt: 3 })];
  expect(beyond(all, new Set(), 300)).toEqual([]);
  expect(beyond(all, new Set(), 200)).toEqual(['a']);
  expect(beyond(all, new Set(), 120)).toEqual(['a', 'b']);
});

test('what is not at the cooperative never goes, whatever room it takes', () => {
  const all = [
    file('draft', { usedAt: 1, sentFor: [] }),
    file('refused', { usedAt: 2, refusal: 'file_quota' }),
    file('moved', { usedAt: 3 }),
    file('sent', { usedAt: 4 }),
  ];
  expect(beyond(all, new Set(['moved']), 0)).toEqual(['sent']);
});

test('of what is no longer here only so many are kept small', () => {
  const all = ['a', 'b', 'c'].map((hash, index) => file(hash, { isHere: false, usedAt: index }));
  expect(faded([...all, file('here')], 2)).toEqual(['a']);
});

test('when room is made, what the cooperative may not have stays, and what was attached here lately', () => {
  const old = { at: NOW - SPARED_MS - 1 };
  const all = [
    file('fetched', { isMine: false }),
    file('fetched, and drafted anew', { isMine: false }),
    file('received', old),
    file('received lately', { at: NOW - SPARED_MS }),
    file('never sent', { ...old, sentFor: [] }),
    file('refused', { ...old, refusal: 'file_quota' }),
    file('sent to a relay that started over since', { ...old, restarts: 1 }),
    file('waiting', old),
  ];
  const held = new Set(['waiting', 'fetched, and drafted anew']);
  expect(fetchable(all, held, 0, NOW).map(({ hash }) => hash)).toEqual(['fetched', 'received']);
});
