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
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    clearTimeout(this.#timer);
    this.current = toast;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }
}

export const toasts = new Toasts();
