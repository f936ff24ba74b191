import { expect, test } from 'vitest';

import { ACCESS } from '../lib/i18n/access.ts';
import { TEAM } from '../lib/i18n/team.ts';
import { known } from '../registry/known.ts';
import './all.ts';
import { TEXTS } from './catalogue.ts';
import { TOLD } from './told.ts';

const { fr } = TEXTS;
const en = await TEXTS.others.en();

/** The texts that each kind keeps with the screens of its parts that are loaded on demand. */
const OF_TEAM = import.meta.glob<{ TEXTS: { fr: object; en: object } }>('./*/*_texts.ts', {
  eager: true,
});
const APART = [TEAM, ACCESS, TOLD, ...Object.values(OF_TEAM).map(({ TEXTS }) => TEXTS)];

/** Lists every text of a catalogue by its path. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

const paths = (catalogue: object): string[] => texts(catalogue).map(([path]) => path);

/** Every French text, wherever it stands. */
const FRENCH = [fr, ...APART.map((one) => one.fr)].flatMap((catalogue) => texts(catalogue));

test('both languages hold the same texts, lists included', () => {
  expect(paths(en)).toEqual(paths(fr));
  for (const apart of APART) expect(paths(apart.en)).toEqual(paths(apart.fr));
});

test('what a kind offers has words, in both languages', () => {
  for (const t of [fr, en]) {
    for (const { places = [], pages = {}, capture = [] } of known().kinds) {
      const links = [...places, ...Object.values(pages).flatMap(({ link }) => link ?? [])];
      for (const { label } of [...links, ...capture]) expect(label(t)).toMatch(/./);
      for (const { bar } of links) if (bar?.word) expect(bar.word(t)).toMatch(/./);
      for (const { hint } of capture) expect(hint(t)).toMatch(/./);
    }
  }
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
