/** The app's own state: the client, where this browser stands, who is here, how sync goes, what time it is. */
import { CallFailed, Client } from '../client/client.ts';
import type { Command, Intent, MeView, Role, SyncView } from '../client/generated/types.ts';
import { readLoss } from '../client/loss.ts';
import type { Loss, Outcome, Profile, Progress, Standing } from '../client/messages.ts';
import type { CallFailure } from '../lib/call_failure.ts';
import { carriedBefore, carry } from '../lib/carried.ts';
import { dayOf } from '../lib/dates.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { keep, kept, mayKeep } from '../lib/kept.ts';
import { roleNamed, workingRole } from '../lib/roles.ts';
import { trustedScriptUrl } from '../lib/trusted_url.ts';
import { wipe } from '../lib/wipe.ts';
import { concerns } from '../registry/topics.ts';
import workerUrl from '../worker/worker.ts?worker&url';
import { protectStorage } from './install.svelte.ts';
import { toasts } from './toasts.svelte.ts';

/** How often ages on screen ("il y a 2 min") are refreshed. */
const CLOCK_MS = 30_000;
/** How long after a change what nobody else has is kept beside the database. */
const CARRY_MS = 300;
/**
 * Says that somebody is here, and how much of theirs was not sent: a browser whose disk is full may erase its databases
 * and files together when it starts, the worker's own mark with them.
 */
const HERE_KEY = 'besace:here';
/** The reader's roles when the app was last open, so that their places are there at once. */
const ROLES_KEY = 'besace:roles';
/** The one of them that they chose to work in. */
const ROLE_KEY = 'besace:role';

export const client = new Client(new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'besace' }));

class AppState {
  standing = $state.raw<Standing>({ state: 'opening' });
  me = $state.raw<MeView>();
  sync = $state.raw<SyncView>();
  /** How far a long text is that is being saved. */
  saving = $state.raw<Progress | null>(null);
  /** The browser says that there is a network. */
  network = $state(navigator.onLine);
  nowMs = $state(Date.now());
  /** Who was here when the app was last open, until somebody is here again. */
  #was = was();
  /** Files that were saved and are not sent. */
  #files = 0;
  #carrying: ReturnType<typeof setTimeout> | undefined;
  #isCarriedLate = false;
  #chosen = $state(kept(ROLE_KEY));
  #before = $state.raw(rolesBefore());
  readonly today = $derived(dayOf(this.nowMs));
  readonly year = $derived(Number(this.today.slice(0, 4)));
  readonly roles: readonly Role[] = $derived(this.me?.roles ?? this.#before);
  /** The role they work in now. */
  readonly role = $derived(workingRole(this.roles, this.#chosen));
  readonly isCoach = $derived(this.roles.includes('coach'));
  readonly isEntrepreneur = $derived(this.roles.includes('entrepreneur'));
  /** Does more than an entrepreneur: accompanies, organises, keeps the accounts or directs. */
  readonly isInTeam = $derived(this.roles.some((role) => role !== 'entrepreneur'));
  /** Finance and direction. */
  readonly readsFar = $derived(this.roles.some((role) => role === 'finance' || role === 'director'));
  readonly isDirector = $derived(this.roles.includes('director'));
  /** How much there is to check: what was refused, and what stands on two sides. */
  readonly toCheck = $derived((this.sync?.refused ?? 0) + (this.sync?.conflicts ?? 0));
  /** Everything has come once: what is missing is missing. */
  readonly isFilled = $derived(this.me?.directoryOnPhone === true && !this.sync?.firstDownload);
  /** Oneself; empty until the replica is open. */
  readonly member = $derived(this.standing.state === 'open' ? this.standing.profile.member : '');

  constructor() {
    setInterval(() => this.#tick(), CLOCK_MS);
    document.addEventListener('visibilitychange', () => this.#tick());
    for (const name of ['online', 'offline']) addEventListener(name, () => (this.network = navigator.onLine));
    client.listen((notice) => {
      switch (notice.type) {
        case 'standing':
          this.#stand(notice.standing);
          break;
        case 'changed':
          // Once it is open, all is read.
          if (this.standing.state !== 'open') break;
          if (concerns('sync', notice.topics)) void this.#readSync();
          if (concerns('me', notice.topics)) void this.#readMe();
          break;
        case 'saving':
          this.saving = notice.progress;
          break;
        case 'files':
          this.#files = notice.standing.waiting.length;
          this.#remember();
          break;
        case 'savedFirst':
          void protectStorage();
          break;
      }
    });
    // The worker may not even be let say so.
    if (!mayKeep()) this.#refused();
    void client.standing().then(
      (standing) => this.#stand(standing),
      () => undefined,
    );
  }

  /** Works in one of their roles from now on, on this device. */
  workAs(role: Role): void {
    this.#chosen = role;
    keep(ROLE_KEY, role);
  }

  #tick(): void {
    this.nowMs = Date.now();
  }

  #refused(): void {
    this.standing = { state: 'failed', reason: 'refused' };
  }

  #stand(standing: Standing): void {
    // Whoever saved something has ended.
    if (standing.state !== 'open') this.saving = null;
    if (this.standing.state === 'failed' && this.standing.reason === 'refused') return;
    if (standing.state === 'open') this.#was = null;
    this.standing =
      standing.state === 'nobody' ? { ...standing, lost: standing.lost ?? this.#was } : standing;
    if (standing.state === 'nobody') {
      this.me = undefined;
      this.sync = undefined;
      this.#chosen = null;
      this.#before = [];
      if (isOver(this.standing)) void this.#wipe();
    }
    if (standing.state !== 'open') return;
    void this.#readMe();
    void this.#readSync();
  }

  /** Erases what only pages reach, unless somebody has joined since: a tab that slept hears late. */
  async #wipe(): Promise<void> {
    if (isOver(await client.standing()) && isOver(this.standing))
      await wipe({ storages: [localStorage, sessionStorage], workers: navigator.serviceWorker });
  }

  async #readMe(): Promise<void> {
    this.me = await client.view({ view: 'me' }).catch(() => this.me);
    if (this.me) keep(ROLES_KEY, this.me.roles.join(' '));
  }

  async #readSync(): Promise<void> {
    this.#tick();
    this.sync = await client.view({ view: 'sync' }).catch(() => this.sync);
    this.#remember();
    if (this.sync && this.standing.state === 'open') this.#carrySoon(this.standing.profile);
  }

  /** Notes how much is not sent, where a browser that erases the database leaves it. */
  #remember(): void {
    if (!this.sync || this.standing.state !== 'open') return;
    const here: Loss = {
      removed: null,
      names: [],
      more: this.sync.unsent + this.#files,
      at: new Date(this.nowMs).toISOString(),
    };
    keep(HERE_KEY, JSON.stringify(here));
  }

  /**
   * Keeps what nobody else has beside the database: the first change at once, since the page may go; those that come in
   * its crowd together.
   */
  #carrySoon(profile: Profile): void {
    if (this.#carrying !== undefined) {
      this.#isCarriedLate = true;
      return;
    }
    this.#carrying = setTimeout(() => {
      this.#carrying = undefined;
      if (this.#isCarriedLate) this.#carrySoon(profile);
    }, CARRY_MS);
    this.#isCarriedLate = false;
    this.#carry(profile).catch(() => undefined);
  }

  /** First takes up what the browser erased, once what it stood on is here. */
  async #carry(profile: Profile): Promise<void> {
    const items = carriedBefore(profile);
    if (items.length > 0) {
      if (this.sync?.firstDownload !== false) return;
      const { outcome } = await client.dispatch({ type: 'takeUp', items });
      if (outcome !== 'saved' && outcome !== 'noChange') return;
      if (outcome === 'saved') {
        toasts.show({ text: language.t.join.broughtBack(items.length), tone: 'plain' });
      }
    }
    carry(profile, await client.view({ view: 'carried' }));
  }
}

/** Who was here, if nobody said that they left. */
function was(): Loss | null {
  const text = kept(HERE_KEY);
  return text === null ? null : readLoss(text);
}

/** The roles of who was here. */
function rolesBefore(): Role[] {
  return (kept(ROLES_KEY)?.split(' ') ?? []).flatMap((word) => roleNamed(word) ?? []);
}

/** Nobody is here, and nothing of anybody's is to stay. What the browser lost may still be in drafts. */
function isOver(standing: Standing): boolean {
  return standing.state === 'nobody' && (!standing.lost || standing.lost.removed !== null);
}

export const app = new AppState();

/** What came of an intent, failures of the call itself included. */
export type Given = Outcome | { outcome: 'failed'; reason: CallFailure };

/** Gives an intent. Never rejects: every outcome has a sentence in the catalogue. */
export async function give(intent: Intent): Promise<Given> {
  try {
    return await client.dispatch($state.snapshot(intent) as Intent);
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof CallFailed ? error.reason : 'crashed' };
  }
}

/** A command of the domain, as an intent: at what was seen (`base` of what was shown), or as things stand. */
export function doing(command: Command, base: string | null = null): Intent {
  return { type: 'do', command, base };
}
