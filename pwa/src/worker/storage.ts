/**
 * IndexedDB: one database per person and cooperative.
 *
 * Rows are opaque bytes named by the replica. All of them live in one object store under the key
 * `[store, key]`, so a replica that names a new store needs no database upgrade. Every write checks the
 * leader's fence in its own transaction: a tab that lost the lead while frozen can write nothing.
 */
import { type IDBPDatabase, openDB } from 'idb';

import { APPLYING_ROW, type Row, type RowKey } from '../client/generated/types.ts';
import { ROWS_PREFIX } from '../lib/wipe.ts';

const VERSION = 2;
const ROWS = 'rows';
const META = 'meta';
const FENCE = 'fence';
const STARTS = 'starts';
/** Apart from the rows: a write there waits for none of theirs. */
const APPLYING = 'applying';

/** How often a lost connection is reopened before the failure is reported. */
const REOPEN_ATTEMPTS = 3;

/** Rows read in one request at start: bounds the memory that a big replica takes twice. */
const LOAD_BATCH = 2_000;

/** Another tab has taken the lead: this one must let go of its replica. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
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
  #fence = 0;

  constructor(profileId: string) {
    this.#name = databaseName(profileId);
  }

  /**
   * Takes the lead over the rows: from now on every other holder of a fence writes nothing. Counts a start
   * and answers how many before it came to nothing (see `started`).
   */
  async takeFence(): Promise<number> {
    return this.#run(async (db) => {
      const tx = db.transaction(META, 'readwrite', { durability: 'strict' });
      this.#fence = toNumber(await tx.store.get(FENCE)) + 1;
      const starts = toNumber(await tx.store.get(STARTS));
      await Promise.all([tx.store.put(this.#fence, FENCE), tx.store.put(starts + 1, STARTS), tx.done]);
      return starts;
    });
  }

  /** The app has started: nothing before it counts any more. */
  async started(): Promise<void> {
    await this.#run(async (db) => {
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
    await this.#run(async (db) => {
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
    const tx = this.#db?.transaction(APPLYING, 'readwrite', { durability: 'relaxed' });
    if (!tx) return;
    const { key } = APPLYING_ROW;
    const noted = applying.length > 0 ? tx.store.put(applying, key) : tx.store.delete(key);
    tx.commit();
    Promise.all([noted, tx.done]).catch(() => undefined);
  }

  /** Drops the rows of some stores, all or nothing. */
  async drop(stores: readonly string[]): Promise<void> {
    await this.#run(async (db) => {
      const tx = db.transaction([ROWS, META], 'readwrite', { durability: 'strict' });
      if ((await tx.objectStore(META).get(FENCE)) !== this.#fence) throw new FenceLost();
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

  /**
   * Writes all or nothing.
   *
   * Throws [`FenceLost`] when another tab leads, [`QuotaReached`] when there is no room.
   */
  async write({ puts, deletes, strict }: Write): Promise<void> {
    await this.#run(async (db) => {
      const tx = db.transaction([ROWS, META], 'readwrite', { durability: strict ? 'strict' : 'relaxed' });
      const done = tx.done;
      // The rejection is awaited below; until then it must not count as unhandled.
      done.catch(() => undefined);
      if ((await tx.objectStore(META).get(FENCE)) !== this.#fence) {
        tx.abort();
        await done.catch(() => undefined);
        throw new FenceLost();
      }
      const rows = tx.objectStore(ROWS);
      try {
        const requests = [
          ...puts.map((row) => rows.put(row.value, [row.store, row.key])),
          ...deletes.map((row) => rows.delete([row.store, row.key])),
        ];
        await Promise.all([...requests, done]);
      } catch (error) {
        throw isQuota(error) || isQuota(tx.error) ? new QuotaReached() : error;
      }
    });
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
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
        this.close();
      }
    }
  }

  #open(): Promise<IDBPDatabase> {
    return openDB(this.#name, VERSION, {
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

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  return error.name === 'InvalidStateError' || (error.name === 'UnknownError' && /lost/i.test(error.message));
}
