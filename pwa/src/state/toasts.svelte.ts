/** One short message at a time, with at most one thing to do about it: undo instead of confirmation. */

/** Long enough to read and to reach the button; a person who needs more finds the record itself. */
const SHOWN_MS = 7_000;

export interface Toast {
  text: string;
  tone: 'plain' | 'bad';
  action?: { label: string; run: () => void };
}

class Toasts {
  current = $state.raw<Toast>();
  /** Where messages show: the topmost sheet, for what is below is out of reach, or the page. */
  place = $state<string>();
  /** The sheets over the page, the topmost last. Nothing is drawn of it: one that closes as the next opens would read what was. */
  #sheets: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    clearTimeout(this.#timer);
    this.current = toast;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  /** A sheet opens over the page. Returns what to call when it closes. */
  cover(sheet: string): () => void {
    this.#put([...this.#sheets, sheet]);
    return () => this.#put(this.#sheets.filter((one) => one !== sheet));
  }

  #put(sheets: string[]): void {
    this.#sheets = sheets;
    this.place = sheets.at(-1);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }
}

export const toasts = new Toasts();
