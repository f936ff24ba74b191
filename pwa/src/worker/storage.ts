/**
 * IndexedDB: one database per person and cooperative.
 *
 * Rows are opaque bytes named by the replica. All of them live in one object store under the key
 * `[store, key]`, so a replica that names a new store needs no database upgrade. Every write checks the
 * leader's fence in its own transaction: a tab that lost the lead while frozen can write nothing.
 */
import { type IDBPDatabase, openDB } from 'idb';

import { APPLYING_ROW, type Row, type RowKey } from '../client/generated/types.ts';
import type { Weighed } from '../client/device.ts';
import { ROWS_PREFIX } from '../lib/wipe.ts';
import { room } from './room.ts';
import { weigh } from './weigh.ts';

const VERSION = 2;
const ROWS = 'rows';
const META = 'meta';
const FENCE = 'fence';
const STARTS = 'starts';
/** Apart from the rows: a write there waits for none of theirs. */
const APPLYING = 'applying';

/** How often a lost connection is reopened before the failure is reported. */
const REOPEN_ATTEMPTS = 3;

/** What LevelDB is made to log at once, so that it starts another log: more than it gathers (4 MiB at most). */
const WASH_ROWS = 100;
/** Below the size from which Chromium keeps a value in a file of its own. */
const WASH_ROW_BYTES = 50_000;
const WASH = 'wash';

/** Rows read in one request at start: bounds the memory that a big replica takes twice. */
const LOAD_BATCH = 2_000;

/** Another tab has taken the lead: this one must let go of its replica. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** What stood here is gone, the fence with it: the browser or a person erased it while the app ran. */
export class RowsGone extends Error {
  override readonly name = 'RowsGone';
}

/** A window that runs an earlier version of the app does not let the database go. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}

/** The phone has no room left. Nothing of the transaction was written. */
export class QuotaReached extends Error {
  override readonly name = 'QuotaReached';
}

export interface Write {
  puts: readonly Row[];
  deletes: readonly RowKey[];
  /** True for what a person saved: `complete` then means that it is on the disk. */
  strict: boolean;
}

export class Storage {
  readonly #name: string;
  #db: IDBPDatabase | undefined;
  /** None while it could not be taken for want of room. */
  #fence: number | undefined;
  /** Nothing is written, and nothing reopened for that, before there is room again. */
  #full = false;

  constructor(profileId: string) {
    this.#name = databaseName(profileId);
  }

  /**
   * Takes the lead over the rows: from now on every other holder of a fence writes nothing. Counts a start
   * and answers how many before it came to nothing (see `started`).
   */
  async takeFence(): Promise<number> {
    try {
      this.#full ||= !(await room.isRoomy());
      return await this.#takeFence();
    } catch (error) {
      // A full disk is read, and what is done there is sent; the fence is taken before anything is written.
      if (error instanceof QuotaReached) return 0;
      throw error;
    }
  }

  async #takeFence(): Promise<number> {
    return this.#change(async (db) => {
      const tx = db.transaction(META, 'readwrite', { durability: 'strict' });
      const fence = toNumber(await tx.store.get(FENCE)) + 1;
      const starts = toNumber(await tx.store.get(STARTS));
      await Promise.all([tx.store.put(fence, FENCE), tx.store.put(starts + 1, STARTS), tx.done]);
      this.#fence = fence;
      return starts;
    });
  }

  /** The app has started: nothing before it counts any more. */
  async started(): Promise<void> {
    await this.#change(async (db) => {
      const tx = db.transaction([META, APPLYING], 'readwrite');
      await Promise.all([
        tx.objectStore(META).put(0, STARTS),
        tx.objectStore(APPLYING).delete(APPLYING_ROW.key),
        tx.done,
      ]);
    });
  }

  /** The replica ended while it read this: its next life is told, and the start counts as explained. */
  async ended(applying: Uint8Array): Promise<void> {
    await this.#change(async (db) => {
      const tx = db.transaction([META, APPLYING], 'readwrite', { durability: 'strict' });
      await Promise.all([
        tx.objectStore(META).put(0, STARTS),
        tx.objectStore(APPLYING).put(applying, APPLYING_ROW.key),
        tx.done,
      ]);
    });
  }

  /**
   * Notes what is being read, or that nothing is, without waiting: what was asked for before a process dies is
   * done all the same.
   */
  note(applying: Uint8Array): void {
    if (this.#full || !this.#db) return;
    const tx = this.#db.transaction(APPLYING, 'readwrite', { durability: 'relaxed' });
    const { key } = APPLYING_ROW;
    const noted = applying.length > 0 ? tx.store.put(applying, key) : tx.store.delete(key);
    tx.commit();
    Promise.all([noted, tx.done]).catch(() => undefined);
  }

  /** Drops the rows of some stores, all or nothing. */
  async drop(stores: readonly string[]): Promise<void> {
    await this.#change(async (db) => {
      const tx = db.transaction([ROWS, META], 'readwrite', { durability: 'strict' });
      const fence: unknown = await tx.objectStore(META).get(FENCE);
      if (fence !== this.#fence) throw overtaken(fence);
      // Keys are `[store, key]`, and a list sorts after every text.
      const rows = tx.objectStore(ROWS);
      const gone = stores.map((store) => rows.delete(IDBKeyRange.bound([store], [store, []])));
      await Promise.all([...gone, tx.done]);
    });
  }

  /** Reads every row, in batches. */
  async load(): Promise<Row[]> {
    return this.#run(async (db) => {
      const rows: Row[] = [];
      const applying: unknown = await db.get(APPLYING, APPLYING_ROW.key);
      if (applying instanceof Uint8Array) rows.push({ ...APPLYING_ROW, value: applying });
      let range: IDBKeyRange | undefined;
      for (;;) {
        const tx = db.transaction(ROWS, 'readonly');
        const [keys, values] = await Promise.all([
          tx.store.getAllKeys(range, LOAD_BATCH),
          tx.store.getAll(range, LOAD_BATCH),
        ]);
        keys.forEach((key, index) => {
          const value: unknown = values[index];
          if (isRowKey(key) && value instanceof Uint8Array) rows.push({ store: key[0], key: key[1], value });
        });
        const last = keys.at(-1);
        if (keys.length < LOAD_BATCH || last === undefined) return rows;
        range = IDBKeyRange.lowerBound(last, true);
      }
    });
  }

  /** Weighs the next rows behind a key. */
  weigh(after: Weighed['next']): Promise<Weighed> {
    return this.#run((db) => weigh(db, ROWS, after));
  }

  /**
   * Writes all or nothing.
   *
   * Throws [`FenceLost`] when another tab leads, [`QuotaReached`] when there is no room.
   */
  async write({ puts, deletes, strict }: Write): Promise<void> {
    await this.#change(async (db) => {
      const tx = db.transaction([ROWS, META], 'readwrite', { durability: strict ? 'strict' : 'relaxed' });
      const done = tx.done;
      // The rejection is awaited below; until then it must not count as unhandled.
      done.catch(() => undefined);
      const fence: unknown = await tx.objectStore(META).get(FENCE);
      if (fence !== this.#fence) {
        tx.abort();
        await done.catch(() => undefined);
        throw overtaken(fence);
      }
      const rows = tx.objectStore(ROWS);
      const requests = [
        ...puts.map((row) => rows.put(row.value, [row.store, row.key])),
        ...deletes.map((row) => rows.delete([row.store, row.key])),
      ];
      await Promise.all([...requests, done]).catch((error: unknown) => {
        // A request says that its transaction was aborted, and only the transaction why.
        throw tx.error ?? error;
      });
    });
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }

  /**
   * Runs an operation that writes. Whatever the browser calls it, a write for which there was no room is
   * [`QuotaReached`], and the next one waits for room before it touches the database.
   */
  async #change<T>(operation: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    if (this.#full) await this.#whenRoomy();
    try {
      return await this.#run((db) => {
        // Opening it may have shown that there is no room.
        if (this.#full) throw new QuotaReached();
        return operation(db);
      });
    } catch (error) {
      // The browser's own bound is asked before anything is written: the database is whole.
      if (isQuota(error)) throw new QuotaReached();
      if (!isBroken(error)) throw error;
      this.close();
      await room.markTorn(true);
      if (!isNoSpace(error) && (await room.regain()) !== false) throw error;
      this.#full = true;
      throw new QuotaReached();
    }
  }

  /** Opens the database anew if there is room again; else nothing is touched. */
  async #whenRoomy(): Promise<void> {
    if ((await room.regain()) === false) throw new QuotaReached();
    this.close();
    this.#full = false;
    this.#db = await this.#open();
    if (this.#full) throw new QuotaReached();
    if (this.#fence === undefined) await this.#takeFence();
  }

  /**
   * Runs one operation, reopening the connection when the browser has dropped it.
   *
   * WebKit loses its IndexedDB process on wake ("Connection to Indexed Database server lost"); a write
   * that failed so was not committed, so it is safe to run again.
   */
  async #run<T>(operation: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        this.#db ??= await this.#open();
        return await operation(this.#db);
      } catch (error) {
        if (attempt >= REOPEN_ATTEMPTS || !isConnectionLost(error)) throw error;
        // A connection that closes by itself may have met a full disk: it is not opened again to write there.
        if (isState(error)) {
          await room.markTorn(true);
          if ((await room.regain()) === false) throw error;
        }
        this.close();
      }
    }
  }

  /** Opens the database; a torn one gets another log first, or is only read. */
  async #open(): Promise<IDBPDatabase> {
    const db = await this.#connect().catch(async (error: unknown) => {
      // LevelDB may need a little room to open.
      if (!isBroken(error)) throw error;
      await room.give();
      this.#full = true;
      return this.#connect();
    });
    if (!(await room.torn())) return db;
    // Reading harms nothing; the reserve stays for the day when opening needs it.
    this.#full = (await room.regain()) === false;
    if (this.#full) return db;
    try {
      await wash(db);
      await room.markTorn(false);
      return db;
    } catch (error) {
      if (!isBroken(error) && !isQuota(error)) throw error;
      db.close();
      this.#full = true;
      return this.#connect();
    }
  }

  /** Opens it, unless a window of an earlier version holds on to it: that is said, and whoever waits is not kept. */
  #connect(): Promise<IDBPDatabase> {
    let isBlocked = false;
    return new Promise((resolve, reject) => {
      const opened = this.#opened(() => {
        isBlocked = true;
        reject(new Blocked());
      });
      opened.then((db) => (isBlocked ? db.close() : resolve(db)), reject);
    });
  }

  #opened(blocked: () => void): Promise<IDBPDatabase> {
    return openDB(this.#name, VERSION, {
      blocked,
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore(ROWS);
          db.createObjectStore(META);
        }
        db.createObjectStore(APPLYING);
      },
      // Another tab deletes or upgrades the database: let it.
      blocking: () => this.close(),
      terminated: () => {
        this.#db = undefined;
      },
    });
  }
}

/** Has LevelDB write so much that it starts another log and drops the one with half a record in it. */
async function wash(db: IDBPDatabase): Promise<void> {
  const tx = db.transaction(META, 'readwrite', { durability: 'relaxed' });
  const row = new Uint8Array(WASH_ROW_BYTES);
  const puts = Array.from({ length: WASH_ROWS }, (_, index) => tx.store.put(row, WASH + index));
  await Promise.all([...puts, tx.done]);
  const after = db.transaction(META, 'readwrite', { durability: 'strict' });
  await Promise.all([after.store.delete(IDBKeyRange.bound(WASH, `${WASH}:`)), after.done]);
}

/** Why the fence found is not the one that was taken. */
function overtaken(found: unknown): Error {
  return found === undefined ? new RowsGone() : new FenceLost();
}

function databaseName(profileId: string): string {
  return ROWS_PREFIX + profileId;
}

function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function isRowKey(key: unknown): key is [string, string] {
  return Array.isArray(key) && typeof key[0] === 'string' && typeof key[1] === 'string';
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** The browser says itself that the disk is full, while it closes the database. */
function isNoSpace(error: unknown): boolean {
  return error instanceof DOMException && /NO_SPACE|no space/i.test(error.message);
}

/** What browsers say of a write or an opening that the disk did not take. */
function isBroken(error: unknown): boolean {
  const names = ['UnknownError', 'AbortError', 'InvalidStateError', 'TransactionInactiveError'];
  return error instanceof DOMException && names.includes(error.name) && !isLost(error);
}

function isState(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function isLost(error: DOMException): boolean {
  return error.name === 'UnknownError' && /lost/i.test(error.message);
}

function isConnectionLost(error: unknown): boolean {
  return isState(error) || (error instanceof DOMException && isLost(error));
}
