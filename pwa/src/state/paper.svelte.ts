/**
 * What is about to leave the app on paper: the page, or one sheet of it.
 *
 * What only paper shows is drawn when somebody prints, so that it is never in the way of who reads or listens. No
 * browser says for sure when paper is done with; that somebody is back at the page does.
 */
import { flushSync } from 'svelte';

/** A part of a page that is printed by itself. */
const SHEET = 'data-paper';
/** The one that is printed now. */
const PRINTED = 'data-printed';

class Paper {
  /** Somebody prints: sheets show what only paper shows. */
  shown = $state(false);

  constructor() {
    addEventListener('beforeprint', () => this.#show());
    for (const back of ['pointerdown', 'keydown']) addEventListener(back, () => this.#end(), true);
  }

  /** Prints the sheet that something stands on; the page, where it stands on none. */
  print(from: Element): void {
    this.#end();
    from.closest(`[${SHEET}]`)?.setAttribute(PRINTED, '');
    this.#show();
    window.print();
  }

  #show(): void {
    flushSync(() => (this.shown = true));
  }

  #end(): void {
    document.querySelector(`[${PRINTED}]`)?.removeAttribute(PRINTED);
    this.shown = false;
  }
}

export const paper = new Paper();
