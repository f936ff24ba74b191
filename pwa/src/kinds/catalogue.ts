/** All texts, in each language: those of the app itself and those of every kind of document. */
import type { Texts } from '../lib/i18n/catalogue.ts';
import { fr as own } from '../lib/i18n/fr.ts';
import { merged } from '../lib/merged.ts';
import * as list from './index.ts';

const EACH = Object.values(list);

const fr = merged(
  own,
  EACH.map(({ texts }) => texts.fr),
);

/** The shape every language has. */
export type Catalogue = typeof fr;

export const TEXTS: Texts<Catalogue> = {
  fr,
  others: {
    en: async () =>
      merged((await import('../lib/i18n/en.ts')).en, await Promise.all(EACH.map(({ texts }) => texts.en()))),
  },
};
