/** The invitation that the address brought, or that somebody typed, until it is used. */
import type { Invited, JoinFailure } from '../client/messages.ts';
import { findCode } from '../lib/invitation.ts';
import { client } from './app.svelte.ts';

/** Kept for as long as the page's tab: on an iPhone it is copied from here into the installed app. */
const KEY = 'besace:invitation';

/** What the relay says of it. */
export type Looked = { ok: true; value: Invited } | { ok: false; code: JoinFailure };

class Invitation {
  code = $state<string | null>(kept());
  looked = $state.raw<Looked>();
  looking = $state(false);
  /** Being used: what opens meanwhile is its own. */
  spending = $state(false);

  constructor() {
    this.#take();
    // The link opened while the app is: nothing is loaded anew.
    addEventListener('hashchange', () => this.#take());
  }

  /** The secret stands after `#`, which browsers never send to a server; it leaves the address at once. */
  #take(): void {
    if (!/[#&]join=/.test(location.hash)) return;
    const code = findCode(location.href);
    history.replaceState(history.state, '', location.pathname + location.search);
    if (code) this.open(code);
  }

  open(code: string): void {
    this.code = code;
    this.looked = undefined;
    keep(code);
  }

  forget(): void {
    this.code = null;
    this.looked = undefined;
    keep(null);
  }

  /** Asks whom it is for. Nothing is spent. */
  async look(): Promise<void> {
    const { code } = this;
    if (!code || this.looking) return;
    this.looking = true;
    try {
      const looked = await client.look(code);
      if (this.code === code) this.looked = looked;
    } finally {
      this.looking = false;
    }
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(code: string | null): void {
  try {
    if (code === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, code);
  } catch {
    // The browser keeps nothing: it stays for as long as the page.
  }
}

export const invitation = new Invitation();
