import { expect, test } from 'vitest';

import { en } from './en.ts';
import { fr } from './fr.ts';
import { TEAM } from './team.ts';

/** Lists every text of a catalogue by its path. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

/** Every French text, wherever it stands. */
const FRENCH = [...texts(fr), ...texts(TEAM.fr)];

test('both languages hold the same texts, lists included', () => {
  expect(texts(en).map(([path]) => path)).toEqual(texts(fr).map(([path]) => path));
  expect(texts(TEAM.en).map(([path]) => path)).toEqual(texts(TEAM.fr).map(([path]) => path));
});

test('plurals follow each language', () => {
  expect(fr.today.away(0)).toBe('0 changement pendant votre absence');
  expect(fr.today.away(2)).toBe('2 changements pendant votre absence');
  expect(en.today.away(0)).toBe('0 changes while you were away');
});

test('French punctuation never starts a line: a no-break space stands before it', () => {
  expect(FRENCH.filter(([, text]) => /\u0020[:;?!»]|«\u0020/.test(text))).toEqual([]);
});

test('French texts use typographic apostrophes', () => {
  expect(FRENCH.filter(([, text]) => text.includes("'"))).toEqual([]);
});
