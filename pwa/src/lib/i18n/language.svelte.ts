/** The reader's language: texts and formats follow it at once, and the choice is kept. */
import { Formats } from '../format.ts';
import { keep, kept } from '../kept.ts';
import { load } from '../on_demand.ts';
import { LANGUAGE_KEY } from '../wipe.ts';
import type { Catalogue, Texts } from './catalogue.ts';
import { type Language, languageFrom } from './languages.ts';

/** How long the first screen waits for texts that are on this phone; French stands in after that. */
const START_MS_MAX = 2_000;

class LanguageState {
  current = $state<Language>('fr');
  /** The texts; there are none before `start`. */
  t = $state.raw() as Catalogue;
  /** The formats of dates, money and distances. */
  readonly f = $derived(new Formats(this.current));
  /** What was chosen last; `current` follows once its texts are here. */
  chosen = $state<Language>('fr');
  #texts!: Texts;

  /** Shows the language chosen in an earlier visit: French meanwhile, should its texts have been evicted. */
  async start(texts: Texts): Promise<void> {
    this.#texts = texts;
    this.t = texts.fr;
    await Promise.race([this.#again(), new Promise((resolve) => setTimeout(resolve, START_MS_MAX))]);
  }

  /** Shows and keeps another language; answers false when it is neither on this phone nor to be had now. */
  async set(language: Language): Promise<boolean> {
    const isShown = await this.#show(language);
    if (isShown) keep(LANGUAGE_KEY, language);
    return isShown;
  }

  async #again(): Promise<void> {
    if (await this.#show(languageFrom(kept(LANGUAGE_KEY)))) return;
    addEventListener('online', () => void this.#again(), { once: true });
  }

  /** Answers false when the texts cannot be had; then nothing changes. */
  async #show(language: Language): Promise<boolean> {
    this.chosen = language;
    const texts = language === 'fr' ? this.#texts.fr : await load(language, this.#texts.others[language]);
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
