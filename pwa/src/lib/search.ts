/**
 * Text as people search it, and names in the order in which they look for them. The model does the same where the phone
 * searches by itself (`model/src/words.rs`).
 */
import { cleanLine } from './clean.ts';

/** Letters that no accent can be taken from. */
const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

/** Apostrophes, hyphens and points of all kinds are between words, whichever the phone types. */
const BETWEEN = /[\s'’‘ʼ′`´ʹ＇.\-\u00ad\u2010-\u2015\u2212_·/]+/g;

/** Words without case, accents, ligatures or marks between them: `L’Hostis` is `l hostis`. */
export function plain(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßłøđðþıħŋ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(BETWEEN, ' ')
    .trim();
}

/** Whether all words that are looked for are in a text, wherever: `hostis` and `lhostis` both find L’Hostis. */
export function finds(wanted: string, text: string): boolean {
  const words = plain(wanted).split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const folded = plain(text);
  const tight = folded.replaceAll(' ', '');
  return words.every((word) => folded.includes(word) || tight.includes(word));
}

/** French order, in both languages of the app: the names are French. */
const ORDER = new Intl.Collator('fr', { sensitivity: 'variant', numeric: true });

/** Compares two names as a French list does: accents only where the letters are the same. */
export function byName(one: string, other: string): number {
  return ORDER.compare(one, other);
}
