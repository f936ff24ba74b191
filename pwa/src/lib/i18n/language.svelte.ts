/** The reader's language: texts and formats follow it at once, and the choice is kept. */
import { type Catalogue, TRANSLATIONS, fr } from '../../kinds/catalogue.ts';
import { toasts } from '../../state/toasts.svelte.ts';
import { Formats } from '../format.ts';
import { keep, kept } from '../kept.ts';
import { load } from '../on_demand.ts';
import { LANGUAGE_KEY } from '../wipe.ts';
import { type Language, languageFrom } from './languages.ts';

/** How long the first screen waits for texts that are on this phone; French stands in after that. */
const START_MS_MAX = 2_000;

class LanguageState {
  current = $state<Language>('fr');
  /** The texts. */
  t = $state.raw<Catalogue>(fr);
  /** The formats of dates, money and distances. */
  readonly f = $derived(new Formats(this.current));
  /** What was chosen last; `current` follows once its texts are here. */
  chosen = $state<Language>('fr');

  /** Shows the language chosen in an earlier visit: French meanwhile, should its texts have been evicted. */
  async start(): Promise<void> {
    const shown = this.#show(languageFrom(kept(LANGUAGE_KEY))).then((isShown) => {
      if (!isShown) addEventListener('online', () => void this.start(), { once: true });
    });
    await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, START_MS_MAX))]);
  }

  /** Shows and keeps another language; says so when it is neither on this phone nor to be had now. */
  async set(language: Language): Promise<void> {
    if (await this.#show(language)) keep(LANGUAGE_KEY, language);
    else toasts.show({ text: this.t.common.notOnPhoneYet, tone: 'bad' });
  }

  /** Answers false when the texts cannot be had; then nothing changes. */
  async #show(language: Language): Promise<boolean> {
    this.chosen = language;
    const texts = language === 'fr' ? fr : await load(language, TRANSLATIONS[language]);
    // The texts of an earlier choice may come after a later one.
    if (this.chosen !== language) return texts !== null;
    if (texts === null) {
      this.chosen = this.current;
      return false;
    }
    this.t = texts;
    this.current = language;
    document.documentElement.lang = language;
    return true;
  }
}

export const language = new LanguageState();
