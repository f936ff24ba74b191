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
  /** The sheets over the page, the topmost last: a message shows there, for what is below is out of reach. */
  #sheets = $state.raw<string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    clearTimeout(this.#timer);
    this.current = toast;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  /** Where messages show: a sheet, or the page. */
  get place(): string | undefined {
    return this.#sheets.at(-1);
  }

  /** A sheet opens over the page. Returns what to call when it closes. */
  cover(sheet: string): () => void {
    this.#sheets = [...this.#sheets, sheet];
    return () => {
      this.#sheets = this.#sheets.filter((one) => one !== sheet);
    };
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }
}

export const toasts = new Toasts();
