/** The languages of the app, how the first one is chosen, and where the texts of the others are. */
import type { Catalogue } from './fr.ts';

/** French is part of the app, and what it falls back on; each other language is downloaded by who reads it. */
export type Translation = 'en';
export type Language = 'fr' | Translation;

export const TRANSLATIONS: Record<Translation, () => Promise<Catalogue>> = {
  en: () => import('./en.ts').then(({ en }) => en),
};

/** French unless somebody chose English: the cooperatives are French, whatever the phone is set to. */
export function languageFrom(stored: string | null): Language {
  return stored === 'en' ? 'en' : 'fr';
}
