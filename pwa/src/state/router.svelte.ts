/**
 * Where the person is. Addresses are the browser's own, so back and forward do what people expect; what lies over
 * the page (a sheet, a menu, a form) has an entry of its own above the page's, so that one step back closes it and
 * nothing below it changes. Closed in any other way, it takes its entry along.
 */
import { tick } from 'svelte';

import { type Route, parsePath } from '../registry/routes.ts';

/** What an entry of the browser's history says: its place, and the place of the page that it lies over. */
interface Entry {
  depth: number;
  page: number;
}

/** Something that lies over the page. */
interface Layer {
  close: () => void;
}

/** A step that the browser does not make (it knows no such entry) must not hold the app longer. */
const STEP_MS_MAX = 1000;

class Router {
  path = $state(location.pathname);
  readonly route: Route = $derived(parsePath(this.path));
  /** The place of the page's own entry. */
  #page = entry().page;
  /** What lies over the page, the last one on top: each has one entry after the page's. */
  #layers: Layer[] = [];
  /** What follows the step that the browser is making for us. */
  #arrived: (() => void) | undefined;
  /** What was asked meanwhile. */
  readonly #asked: (() => void)[] = [];

  constructor() {
    addEventListener('popstate', () => this.#arrive());
    // Links work as links; the app takes over plain clicks on its own.
    document.addEventListener('click', (event) => this.#click(event));
    // A page that was loaded again has nothing over it any more.
    this.#settle();
  }

  go(path: string): void {
    this.#do(() => {
      if (path !== this.path) this.#turn(path, this.#page + 1);
    });
  }

  /** Shows another address in place of this one: for steps that "back" should not return to. */
  replace(path: string): void {
    this.#do(() => this.#turn(path, this.#page));
  }

  /** One step back inside the app, or to `fallback` when the person came straight here. */
  back(fallback: string): void {
    this.#do(() => {
      if (this.#page === 0) this.#turn(fallback, 0);
      else
        this.#at(this.#page - 1, () => {
          this.#page = entry().page;
          this.#show(location.pathname);
        });
    });
  }

  /**
   * Something was opened over the page: one step back calls `close`. Gives back what to call once it is gone, for
   * whatever reason.
   */
  cover(close: () => void): () => void {
    const layer: Layer = { close };
    this.#layers.push(layer);
    this.#settle();
    return () => {
      this.#layers = this.#layers.filter((other) => other !== layer);
      this.#settle();
    };
  }

  /** Shows a page as the entry at this depth, in the place of what lay there. */
  #turn(path: string, depth: number): void {
    this.#at(Math.min(depth, entry().depth), () => {
      const here: Entry = { depth, page: depth };
      if (depth > entry().depth) history.pushState(here, '', path);
      else history.replaceState(here, '', path);
      this.#page = depth;
      this.#show(path);
      this.#settle();
    });
  }

  /** Gives every layer that is open its entry, and none to what is gone. */
  #settle(): void {
    void tick().then(() =>
      this.#do(() => {
        const wanted = this.#page + this.#layers.length;
        while (entry().depth < wanted) {
          history.pushState(
            { depth: entry().depth + 1, page: this.#page } satisfies Entry,
            '',
            location.href,
          );
        }
        this.#at(wanted, () => undefined);
      }),
    );
  }

  /** Now, or once the browser has made the step that it is making. */
  #do(step: () => void): void {
    if (this.#arrived) this.#asked.push(step);
    else step();
  }

  /** Goes on at another entry; the browser takes its time to go there. */
  #at(depth: number, then: () => void): void {
    const steps = depth - entry().depth;
    if (steps === 0) {
      then();
      return;
    }
    this.#arrived = then;
    history.go(steps);
    setTimeout(() => {
      if (this.#arrived !== then) return;
      // This entry is the first, then.
      this.#page = 0;
      history.replaceState({ depth: 0, page: 0 } satisfies Entry, '');
      this.#arrive();
    }, STEP_MS_MAX);
  }

  #arrive(): void {
    const then = this.#arrived;
    this.#arrived = undefined;
    if (!then) {
      this.#follow();
      return;
    }
    then();
    while (!this.#arrived && this.#asked.length > 0) this.#asked.shift()?.();
    this.#settle();
  }

  /** The person went back or forward. */
  #follow(): void {
    const { depth, page } = entry();
    const over = this.#layers.slice(depth - page).reverse();
    if (page !== this.#page) {
      this.#page = page;
      this.#show(location.pathname);
    }
    // What went with the page that was left needs no closing.
    void tick().then(() => {
      for (const layer of over) if (this.#layers.includes(layer)) layer.close();
      this.#settle();
    });
  }

  #show(path: string): void {
    const [before, after] = [parsePath(this.path), parsePath(path)];
    this.path = path;
    // A sheet opened over a list is the same screen: the list must not jump to its top.
    if (before.screen === after.screen && 'route' in after && 'tab' in after.route) return;
    const title = document.querySelector('main h1');
    const wasCovered = isCovered();
    void tick().then(() => {
      // So is the page that a sheet opened over, or was closed over: whoever closes it is where they were.
      if (title?.isConnected && (wasCovered || isCovered())) return;
      scrollTo({ top: 0 });
      // A page that is opened to type in keeps the focus where it put it.
      if (!document.activeElement?.matches('main input'))
        document.querySelector('main')?.focus({ preventScroll: true });
    });
  }

  #click(event: MouseEvent): void {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!plain || event.defaultPrevented || !link || link.target || link.download) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    this.go(link.pathname);
  }
}

export const router = new Router();

/** Whether a sheet lies over the page. */
function isCovered(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Where the browser is. */
function entry(): Entry {
  return (history.state as Entry | null) ?? { depth: 0, page: 0 };
}
