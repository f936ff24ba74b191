/** Where the person is. Addresses are the browser's own, so back and forward do what people expect. */
import { tick } from 'svelte';

import { parsePath, type Route } from '../lib/paths.ts';

class Router {
  path = $state(location.pathname);
  readonly route: Route = $derived(parsePath(this.path));
  /** How many pages deep the person went since the app opened: tells whether "back" stays inside. */
  #depth = 0;

  constructor() {
    addEventListener('popstate', () => {
      this.#depth = Math.max(0, this.#depth - 1);
      this.#show(location.pathname);
    });
    // Links work as links; the app takes over plain clicks on its own.
    document.addEventListener('click', (event) => this.#click(event));
  }

  go(path: string): void {
    if (path === this.path) return;
    this.#depth += 1;
    history.pushState(null, '', path);
    this.#show(path);
  }

  /** Shows another address in place of this one: for steps that "back" should not return to. */
  replace(path: string): void {
    history.replaceState(null, '', path);
    this.#show(path);
  }

  /** One step back inside the app, or to `fallback` when the person came straight here. */
  back(fallback: string): void {
    if (this.#depth > 0) history.back();
    else this.replace(fallback);
  }

  #show(path: string): void {
    const [before, after] = [parsePath(this.path), parsePath(path)];
    this.path = path;
    // A sheet opened over a list is the same screen: the list must not jump to its top.
    if (before.screen === after.screen && 'tab' in after) return;
    void tick().then(() => {
      scrollTo({ top: 0 });
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
