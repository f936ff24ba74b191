/** Letters that stand for a person. */
import { cleanLine } from './clean.ts';

const GRAPHEMES = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const BETWEEN = /[\s'’‘ʼ\-\u2010-\u2015]+/;

/** The first of what a reader sees as one: a letter with its accents, an emoji with its parts. */
function first(word: string): string {
  for (const { segment } of GRAPHEMES.segment(word)) return segment;
  return '';
}

/** Up to two letters that stand for a person: `Zoé de l’Œuvre` gives `ZŒ`. An emoji stands only where no letter does. */
export function initials(name: string): string {
  const words = cleanLine(name).split(BETWEEN).filter(Boolean);
  const lettered = words.map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '')).filter(Boolean);
  const proper = lettered.filter((word) => first(word) === first(word).toLocaleUpperCase('fr'));
  const [head, tail] = [proper[0], proper.length > 1 ? proper.at(-1) : undefined];
  const letters = first(head ?? '') + first(tail ?? '');
  return letters || first(lettered[0] ?? words[0] ?? '').toLocaleUpperCase('fr');
}
