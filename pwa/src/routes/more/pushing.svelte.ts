/**
 * Being told on this browser: what the relay knows, the address that the browser's push service gives, and the mark by
 * which both are found again. The browser asks for leave only as somebody taps, so nothing here does so by itself.
 */
import type { Notices, NoticesRequest, PushAddress } from '../../client/notices.ts';
import type { JoinFailure } from '../../client/messages.ts';
import { dayOf } from '../../lib/dates.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { keep, kept } from '../../lib/kept.ts';
import { PUSH_MARK_KEY } from '../../lib/push_mark.ts';
import {
  type Ability,
  type PushMark,
  type PushWish,
  abilityOf,
  isStale,
  readMark,
} from '../../lib/push_wish.ts';
import { toldNoMore } from '../../lib/wipe.ts';
import { app, client } from '../../state/app.svelte.ts';
import { online } from '../../state/asking.ts';
import { install } from '../../state/install.svelte.ts';

/** Why nothing came of it. `unserved`: the browser's own push service gave no address. */
type PushFailure = JoinFailure | 'unserved';
export type Done = { ok: true } | { ok: false; code: PushFailure };

const DONE = { ok: true } as const;
const HAS_PUSH = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
/** An iPad calls itself a Mac; no Mac is touched with several fingers. */
const IS_APPLE_PHONE =
  install.ios || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

class Pushing {
  /** What the relay says; undefined until it has answered once. */
  said = $state.raw<Notices>();
  /** Why the last question got no answer. */
  failure = $state<JoinFailure>();
  /** By what the browser is reached; `null`: it is not. */
  endpoint = $state<string | null>(null);
  mark = $state.raw<PushMark | null>(readMark(kept(PUSH_MARK_KEY)));
  /** Something is being asked or said that the next tap would cross. */
  busy = $state(false);
  #permission = $state(permissionNow());
  #turn = 0;
  /** The language that was chosen while something else was being said. */
  #late: Language | undefined;

  readonly ability: Ability = $derived(
    abilityOf({
      isApplePhone: IS_APPLE_PHONE,
      isInstalled: install.installed,
      hasPush: HAS_PUSH,
      permission: this.#permission,
    }),
  );
  /** What is told here; `null`: nothing, for the relay or the browser would not. */
  readonly wish = $derived(this.endpoint === null ? null : (this.said?.push.wish ?? null));

  /** Reads what stands, here and at the relay. */
  async read(): Promise<void> {
    this.#permission = permissionNow();
    this.endpoint = (await subscription())?.endpoint ?? null;
    await this.ask({ channel: null });
  }

  async ask(request: NoticesRequest): Promise<Done> {
    const turn = (this.#turn += 1);
    const answer = await online(client.notices(request));
    // What was asked later is answered with what was said before it.
    const isLast = turn === this.#turn;
    if (isLast) this.failure = answer.ok ? undefined : answer.code;
    if (!answer.ok) return answer;
    if (isLast) this.said = answer.value;
    return DONE;
  }

  /** Asks whoever tapped, then the browser, then the relay. Answers `null` when they said no, or nothing. */
  async allow(wish: PushWish): Promise<Done | null> {
    // Before anything is awaited: browsers take a tap for an instant only.
    const asked = Notification.requestPermission();
    return this.#alone(async () => {
      await asked;
      this.#permission = permissionNow();
      if (this.#permission !== 'granted') return null;
      const done = await this.#give(wish);
      // A browser that is reached by nobody's leave but the relay's must not be left behind.
      if (!done.ok && !this.said?.push.wish) await this.#letGo();
      return done;
    });
  }

  /** Says what is wanted of a browser that is told already. */
  say(wish: PushWish): Promise<Done> {
    return this.#alone(() => this.#give(wish));
  }

  /** Ends at once on this browser. That the relay knows too may come later: `renew` tells it. */
  stop(): Promise<Done> {
    return this.#alone(async () => {
      this.#remember('stopped');
      await this.#letGo();
      return this.#tellStopped();
    });
  }

  /** Tells the relay what it may not know yet, once what is being said is said; says nothing to anybody. */
  async renew(lang: Language): Promise<void> {
    if (this.busy) {
      this.#late = lang;
      return;
    }
    await this.#alone(async () => {
      const { mark } = this;
      if (mark === 'stopped') await this.#tellStopped();
      if (mark === null || mark === 'stopped') return;
      if (mark.member !== app.member) {
        // Somebody else's, who was here before.
        this.#remember(null);
        await this.#letGo();
        return;
      }
      this.endpoint = (await subscription())?.endpoint ?? null;
      const day = dayOf(Date.now());
      if (permissionNow() !== 'granted' || !isStale(mark, { endpoint: this.endpoint, lang, day })) return;
      if (!(await this.ask({ channel: null })).ok) return;
      const known = this.said?.push.wish;
      const address = await this.#address();
      if (known?.lang === lang && address?.endpoint === mark.endpoint) this.#remember({ ...mark, day });
      else await this.#give({ ...(known ?? mark.wish), lang });
    });
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
      const late = this.#late;
      this.#late = undefined;
      if (late) void this.renew(late);
    }
  }

  /** Gets the browser's address for the relay's key, and hands it over with what is wanted. */
  async #give(wish: PushWish): Promise<Done> {
    const address = await this.#address();
    if (!address) return { ok: false, code: 'unserved' };
    const done = await this.ask({ channel: 'push', wish: { ...wish, ...address } });
    if (done.ok) {
      const { endpoint } = address;
      this.#remember({ member: app.member, endpoint, day: dayOf(Date.now()), wish });
    }
    return done;
  }

  async #address(): Promise<PushAddress | null> {
    const address = await addressFor(this.said?.push.key ?? '').catch(() => null);
    this.endpoint = address?.endpoint ?? null;
    return address;
  }

  async #tellStopped(): Promise<Done> {
    const done = await this.ask({ channel: 'push', wish: null });
    if (done.ok) this.#remember(null);
    return done;
  }

  async #letGo(): Promise<void> {
    await toldNoMore(navigator.serviceWorker).catch(() => undefined);
    this.endpoint = (await subscription())?.endpoint ?? null;
  }

  #remember(mark: PushMark | null): void {
    this.mark = mark;
    keep(PUSH_MARK_KEY, mark === null ? '' : JSON.stringify(mark));
  }
}

function permissionNow(): NotificationPermission {
  return 'Notification' in globalThis ? Notification.permission : 'denied';
}

async function manager(): Promise<PushManager | undefined> {
  return (await navigator.serviceWorker?.getRegistration())?.pushManager;
}

/** What the browser has of before. */
async function subscription(): Promise<PushSubscription | null> {
  const found = await manager().catch(() => undefined);
  return (await found?.getSubscription().catch(() => null)) ?? null;
}

/** The address that the browser's push service gives for a key; that of another key is given up for it. */
async function addressFor(applicationServerKey: string): Promise<PushAddress | null> {
  const found = await manager();
  if (!found) return null;
  const wanted = { userVisibleOnly: true, applicationServerKey };
  const given = await found.subscribe(wanted).catch(async (error: unknown) => {
    // Browsers keep to the key that was named first.
    const before = await found.getSubscription();
    if (!before) throw error;
    await before.unsubscribe();
    return found.subscribe(wanted);
  });
  const { endpoint, keys } = given.toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : null;
}

export const pushing = new Pushing();

/** Tells the relay what changed since it was last told: another address, another language. */
export function renew(lang: Language): Promise<void> {
  return pushing.renew(lang);
}
