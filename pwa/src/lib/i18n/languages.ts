/** The languages of the app, and how the first one is chosen. */
export type Translation = 'en';
export type Language = 'fr' | Translation;

/** French unless somebody chose English: the cooperatives are French, whatever the phone is set to. */
export function languageFrom(stored: string | null): Language {
  return stored === 'en' ? 'en' : 'fr';
}
