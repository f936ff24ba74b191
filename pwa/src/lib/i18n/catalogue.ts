/** All texts, in each language: those of the app itself and those of every kind of document. */
import { EACH } from '../../kinds/all.ts';
import { merged } from '../merged.ts';
import { fr as own } from './fr.ts';
import type { Translation } from './languages.ts';

/** French is part of the app, and what it falls back on. */
export const fr = merged(
  own,
  EACH.map(({ texts }) => texts.fr),
);

/** The shape every language has. */
export type Catalogue = typeof fr;

/** Each other language is downloaded by who reads it. */
export const TRANSLATIONS: Record<Translation, () => Promise<Catalogue>> = {
  en: async () =>
    merged((await import('./en.ts')).en, await Promise.all(EACH.map(({ texts }) => texts.en()))),
};
