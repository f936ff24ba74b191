/** All texts, in each language: those of the app itself and those of every kind of document. */
import { fr as own } from '../lib/i18n/fr.ts';
import type { Translation } from '../lib/i18n/languages.ts';
import { merged } from '../lib/merged.ts';
import { EACH } from './all.ts';

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
    merged((await import('../lib/i18n/en.ts')).en, await Promise.all(EACH.map(({ texts }) => texts.en()))),
};
