/** The reader's language: texts and formats follow it at once, and the choice is kept. */
import { Formats } from '../lib/format.ts';
import { CATALOGUES, type Language, languageFrom } from '../lib/i18n/languages.ts';

const KEY = 'besace:language';

class LanguageState {
  current = $state<Language>(languageFrom(localStorage.getItem(KEY)));
  /** The texts. */
  readonly t = $derived(CATALOGUES[this.current]);
  /** The formats of dates, money and distances. */
  readonly f = $derived(new Formats(this.current));

  set(language: Language): void {
    this.current = language;
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language;
  }
}

export const language = new LanguageState();
document.documentElement.lang = language.current;
