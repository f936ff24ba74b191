/**
 * Performs what the replica asks, one kind of effect at a time.
 *
 * The table below is the whole meaning of an effect. Anything that comes back from the world goes
 * through `tell`, which lets the replica answer with more effects. No decision is taken here.
 */
import type { Dispatched, Effect, Event, Intent, Topic } from '../client/generated/types.ts';
import type { Weighed } from '../client/device.ts';
import type { Outcome, Progress } from '../client/messages.ts';
import { type Replica, refusalOf } from '../client/replica.ts';
import { Alarm, afterOthers, momentMs, nowMs } from './clock.ts';
import { Road } from './socket.ts';
import { FenceLost, QuotaReached, type Storage } from './storage.ts';

/**
 * What changed is told at once, or, of what a person saves, with the word that it is on the disk: that word reaches them
 * before any screen is read again, and each is read once. Never later than this after it changed.
 */
const UNTOLD_MS_MAX = 250;

type EffectType = Effect['type'];
type Perform = { [T in EffectType]: (effect: Extract<Effect, { type: T }>) => void };

/** What the runner needs of the rest of the worker. */
export interface Outside {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** Gets an access token and says so as an input. */
  token(): Promise<Event>;
  changed(topics: Topic[]): void;
  /** How far a long text is; `null` once it is no longer being made ready. */
  progress(progress: Progress | null): void;
  /** Something a person saved has reached the disk. */
  saved(): void;
  /** The device was revoked: rows, key and profile must go. */
  wipe(): void;
  /** Another tab leads now. */
  fenceLost(): void;
  /** The replica broke (a panic in wasm, a storage that stays closed): rebuild it from its rows. */
  broken(error: unknown): void;
}

/** Somebody who waits to say "saved". */
interface Saving {
  resolve(outcome: Outcome | null): void;
  saved: Outcome;
}

export class Runner {
  readonly #replica: Replica;
  readonly #storage: Storage;
  readonly #outside: Outside;
  readonly #road: Road;
  readonly #alarm: Alarm;
  /** Those who wait to say "saved", by the token of their dispatch. */
  readonly #saving = new Map<number, Saving>();
  readonly #untold = new Set<Topic>();
  readonly #tellLate = new Alarm(() => this.#tellChanged());
  /** Something that a person saved was just told. */
  #isSettled = false;
  /** Writes go one after the other: the order of effects is the order on the disk. */
  #writes: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(replica: Replica, storage: Storage, outside: Outside) {
    this.#replica = replica;
    this.#storage = storage;
    this.#outside = outside;
    this.#road = new Road((input) => this.tell(input));
    this.#alarm = new Alarm(() => this.tell({ type: 'tick' }));
  }

  /** Tells the replica what happened and performs its answer. */
  tell(event: Event): void {
    this.perform(() => this.#replica.handle(event, nowMs(), momentMs()));
  }

  /** Runs one call of the replica and performs the effects it returns. */
  perform(step: () => readonly Effect[]): void {
    if (this.#stopped) return;
    this.#isSettled = false;
    try {
      for (const effect of step()) this.#dispatch(effect);
    } catch (error) {
      return this.#fail(error);
    }
    if (this.#saving.size === 0 || this.#isSettled) this.#tellChanged();
  }

  /**
   * Gives an intent and waits until the disk has it. Answers `null` when the runner stopped meanwhile:
   * whether it was written is then unknown.
   */
  give(intent: Intent): Promise<Outcome | null> {
    return new Promise((resolve) => this.#give(intent, resolve));
  }

  /** A long text is made ready step by step; between two, the worker does what else there is to do. */
  #give(intent: Intent, resolve: (outcome: Outcome | null) => void): void {
    this.perform(() => {
      const { result, effects } = this.#dispatched(intent);
      if (result.outcome === 'part') {
        const { part, done, total } = result;
        this.#outside.progress({ done, total });
        afterOthers(() => this.#give({ type: 'goOn', part }, resolve));
        return effects;
      }
      if (intent.type === 'goOn') this.#outside.progress(null);
      if (result.outcome === 'done') {
        const { token, entry } = result;
        this.#saving.set(token, { resolve, saved: { outcome: 'saved', entry } });
      } else {
        resolve(result);
      }
      return effects;
    });
    if (this.#stopped) resolve(null);
  }

  /** An argument that is no intent is rejected like any other; a panic goes on to `perform`. */
  #dispatched(intent: Intent): Dispatched {
    try {
      return this.#replica.dispatch(intent, nowMs(), momentMs());
    } catch (error) {
      const code = refusalOf(error);
      if (code === null) throw error;
      return { result: { outcome: 'rejected', code, field: '' }, effects: [] };
    }
  }

  /** Weighs the next rows behind a key. */
  weigh(after: Weighed['next']): Promise<Weighed> {
    return this.#storage.weigh(after);
  }

  /** Lets go of everything. Late answers of the world are ignored. */
  stop(): void {
    this.#stopped = true;
    this.#alarm.clear();
    this.#tellLate.clear();
    this.#road.disconnect();
    this.#storage.close();
    for (const { resolve } of this.#saving.values()) resolve(null);
    this.#saving.clear();
  }

  readonly #table: Perform = {
    persist: (effect) => {
      this.#writes = this.#writes.then(() => this.#persist(effect));
    },
    send: ({ bytes }) => this.#road.send(bytes),
    post: ({ id, bytes }) => void this.#road.post(id, bytes),
    connect: () => this.#road.connect(),
    disconnect: () => this.#road.disconnect(),
    sign: ({ id, bytes }) => {
      this.#outside.sign(bytes).then(
        (signature) => this.tell({ type: 'signed', id, signature }),
        (error: unknown) => this.#fail(error),
      );
    },
    needToken: () => {
      this.#outside.token().then(
        (input) => this.tell(input),
        () => this.tell({ type: 'tokenFailed' }),
      );
    },
    wakeIn: ({ ms }) => this.#alarm.set(ms),
    saved: ({ token }) => {
      this.#outside.saved();
      this.#settle(token);
    },
    saveFailed: ({ token, quota }) => this.#settle(token, { outcome: 'notSaved', full: quota }),
    changed: ({ topics }) => {
      if (this.#untold.size === 0) this.#tellLate.set(UNTOLD_MS_MAX);
      for (const topic of topics) this.#untold.add(topic);
    },
    wipe: () => {
      this.stop();
      this.#outside.wipe();
    },
    log: ({ text }) => console.info(text),
  };

  #dispatch(effect: Effect): void {
    const perform = this.#table[effect.type] as (effect: Effect) => void;
    perform(effect);
  }

  #tellChanged(): void {
    if (this.#stopped || this.#untold.size === 0) return;
    this.#tellLate.clear();
    const topics = [...this.#untold];
    this.#untold.clear();
    this.#outside.changed(topics);
  }

  #settle(token: number, failure?: Outcome): void {
    this.#isSettled = true;
    const saving = this.#saving.get(token);
    saving?.resolve(failure ?? saving.saved);
    this.#saving.delete(token);
  }

  async #persist(effect: Extract<Effect, { type: 'persist' }>): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#storage.write(effect);
      this.tell({ type: 'persisted', id: effect.id });
    } catch (error) {
      if (error instanceof FenceLost) {
        this.stop();
        this.#outside.fenceLost();
      } else if (error instanceof QuotaReached) {
        this.tell({ type: 'persistFailed', id: effect.id, quota: true });
      } else {
        this.#fail(error);
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.stop();
    this.#outside.broken(error);
  }
}
