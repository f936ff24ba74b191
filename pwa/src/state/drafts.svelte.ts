/**
 * Forms keep what was typed through reloads, updates, crashes and days.
 *
 * localStorage on purpose: it is synchronous, so a page that is killed between two keystrokes loses one of them at
 * most. Each tab writes under its own name (`tab.ts`).
 */
import { type Draft, type Former, keyOf, ownerOf, readDraft } from '../lib/draft.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { newUlid } from '../lib/ulid.ts';
import { app } from './app.svelte.ts';
import { alone, openTabs, tabName } from './tab.ts';
import { toasts } from './toasts.svelte.ts';

/** A draft in a list. */
export interface Listed {
  key: string;
  title: string;
  path: string;
  /** In milliseconds since 1970; 0 when it is not known. */
  at: number;
  /** Another open tab holds it. */
  elsewhere: boolean;
}

class Drafts {
  /** What was begun and not saved, the latest first. */
  list = $state.raw<Listed[]>([]);
  /** There was no room for the last thing typed: it is on the screen only. */
  unkept = $state(false);
  /** The forms on screen that hold something unsaved: an update waits for them. */
  readonly #open = new Set<string>();

  constructor() {
    addEventListener('storage', () => void this.read());
    document.addEventListener('visibilitychange', () => void this.read());
    $effect.root(() => {
      $effect(() => {
        if (app.standing.state === 'open') void this.read();
        else this.list = [];
      });
    });
  }

  get dirty(): boolean {
    return this.#open.size > 0;
  }

  /** This tab's draft of a form. */
  take(form: string): Draft | Former | null {
    return readDraft(localStorage.getItem(this.#key(form)) ?? localStorage.getItem(this.#key(form, '')));
  }

  /** Takes over what tabs that are gone left of a form, the latest first. */
  async adopt(form: string): Promise<Draft | null> {
    return alone(async () => {
      const open = await openTabs();
      const left = this.#stored()
        .filter(({ owner }) => owner.form === form && owner.tab !== '' && !open.has(owner.tab))
        .sort((one, other) => other.draft.at - one.draft.at)[0];
      if (!left || localStorage.getItem(this.#key(form)) !== null) return null;
      return this.#move(left.key, form) ? left.draft : null;
    });
  }

  /** Before the form of a listed draft opens: it is the one to be shown there. */
  prepare({ key, elsewhere }: Listed): void {
    const owner = ownerOf(this.#profile, key);
    if (!owner || elsewhere || owner.tab === '' || owner.tab === tabName()) return;
    const mine = this.#key(owner.form);
    const text = localStorage.getItem(mine);
    // Another one of the same form is put aside under a tab that does not exist: it is found again later.
    if (text !== null) localStorage.setItem(this.#key(owner.form, newUlid()), text);
    this.#move(key, owner.form);
  }

  put(form: string, draft: Draft): void {
    // Who is gone leaves nothing: the form is on screen a moment longer than they.
    if (app.standing.state === 'nobody') return;
    this.#open.add(form);
    try {
      localStorage.setItem(this.#key(form), JSON.stringify(draft));
      localStorage.removeItem(this.#key(form, ''));
      this.unkept = false;
    } catch {
      this.unkept = true;
    }
    void this.read();
  }

  /** Forgets this tab's draft of a form: it was saved or thrown away. */
  drop(form: string): void {
    this.#open.delete(form);
    localStorage.removeItem(this.#key(form));
    localStorage.removeItem(this.#key(form, ''));
    void this.read();
  }

  /** The form is not on screen any more. Its draft stays. */
  close(form: string): void {
    this.#open.delete(form);
  }

  /** Throws a listed draft away, with a way back. */
  throwAway({ key }: Listed): void {
    const text = localStorage.getItem(key);
    if (text === null) return;
    localStorage.removeItem(key);
    void this.read();
    offerBack(() => {
      localStorage.setItem(key, text);
      void this.read();
    });
  }

  /** Reads the list again. */
  async read(): Promise<void> {
    const open = await openTabs();
    const listed = this.#stored().map(({ key, owner, draft }): Listed => {
      const elsewhere = owner.tab !== tabName() && open.has(owner.tab);
      return { key, title: draft.title, path: draft.path, at: draft.at, elsewhere };
    });
    this.list = app.standing.state === 'open' ? listed.sort((one, other) => other.at - one.at) : [];
  }

  get #profile(): string {
    return app.standing.state === 'open' ? app.standing.profile.id : 'nobody';
  }

  #key(form: string, tab = tabName()): string {
    return keyOf(this.#profile, { form, tab });
  }

  #move(key: string, form: string): boolean {
    const text = localStorage.getItem(key);
    if (text === null) return false;
    // Removed first: there may be no room for two of it. Synchronous, so nothing comes between.
    localStorage.removeItem(key);
    localStorage.setItem(this.#key(form), text);
    void this.read();
    return true;
  }

  #stored(): { key: string; owner: { form: string; tab: string }; draft: Draft }[] {
    return Object.keys(localStorage).flatMap((key) => {
      const owner = ownerOf(this.#profile, key);
      const draft = owner && readDraft(localStorage.getItem(key));
      return owner && draft && 'touches' in draft ? [{ key, owner, draft }] : [];
    });
  }
}

/** Says that a draft was thrown away, and takes that back. */
export function offerBack(back: () => void): void {
  const { common, form } = language.t;
  toasts.show({ text: form.thrownAway, tone: 'plain', action: { label: common.undo, run: back } });
}

export const drafts = new Drafts();
