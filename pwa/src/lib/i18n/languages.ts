/** The languages of the app and how the first one is chosen. */
import { en } from './en.ts';
import { type Catalogue, fr } from './fr.ts';

export type Language = 'fr' | 'en';

export const CATALOGUES: Record<Language, Catalogue> = { fr, en };

/** French unless somebody chose English: the cooperatives are French, whatever the phone is set to. */
export function languageFrom(stored: string | null): Language {
  return stored === 'en' ? 'en' : 'fr';
}
