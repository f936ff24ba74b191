/**
 * The bytes of files: an IndexedDB database of its own for each profile, so that neither starting nor syncing reads
 * them. ArrayBuffers, for some browsers fail to keep Blobs. It is erased with the rows (`lib/wipe.ts`: its name begins
 * alike).
 *
 * All databases of a site share one log in Chromium: a write that finds no room harms the rows too. So room is looked
 * for before anything is written, and a disk that was full all the same is told (`room.ts`).
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import type { Weighed } from '../client/device.ts';
import { ROWS_PREFIX } from '../lib/wipe.ts';
import type { FileFacts } from './file_rest.ts';
import { room } from './room.ts';
import { QuotaReached } from './storage.ts';
import { weigh } from './weigh.ts';

const VERSION = 1;

interface FilesSchema extends DBSchema {
  facts: { key: string; value: FileFacts };
  bytes: { key: string; value: ArrayBuffer };
  thumbs: { key: string; value: ArrayBuffer };
}

type StoreName = 'facts' | 'bytes' | 'thumbs';

export class FileStore {
  readonly #name: string;
  #db: Promise<IDBPDatabase<FilesSchema>> | undefined;
  #ended = false;

  constructor(profileId: string) {
    this.#name = `${ROWS_PREFIX}files-${profileId}`;
  }

  async all(): Promise<FileFacts[]> {
    return (await this.#open()).getAll('facts');
  }

  async bytesOf(hash: string): Promise<ArrayBuffer | undefined> {
    return (await this.#open()).get('bytes', hash);
  }

  async thumbOf(hash: string): Promise<ArrayBuffer | undefined> {
    return (await this.#open()).get('thumbs', hash);
  }

  /** Weighs how the next files behind a hash look. */
  async weigh(after: Weighed['next']): Promise<Weighed> {
    return weigh((await this.#open()) as unknown as IDBPDatabase, 'thumbs', after);
  }

  /**
   * Keeps a file, all or nothing.
   *
   * Throws [`QuotaReached`] when there is no room.
   */
  async keep(facts: FileFacts, bytes: ArrayBuffer, thumb: ArrayBuffer | null): Promise<void> {
    const needed = bytes.byteLength + (thumb?.byteLength ?? 0);
    await this.#write(['facts', 'bytes', 'thumbs'], needed, facts.isMine, (tx) => [
      tx.objectStore('facts').put(facts, facts.hash),
      tx.objectStore('bytes').put(bytes, facts.hash),
      ...(thumb ? [tx.objectStore('thumbs').put(thumb, facts.hash)] : []),
    ]);
  }

  /** Keeps what is known of a file. */
  async note(facts: FileFacts, thumb: ArrayBuffer | null = null): Promise<void> {
    await this.#write(['facts', 'thumbs'], thumb?.byteLength ?? 0, false, (tx) => [
      tx.objectStore('facts').put(facts, facts.hash),
      ...(thumb ? [tx.objectStore('thumbs').put(thumb, facts.hash)] : []),
    ]);
  }

  /**
   * Lets go of originals; how they look stays. That writes a little: on a full disk the reserve gives the room.
   *
   * Throws [`QuotaReached`] where nothing may be written.
   */
  async letGo(files: readonly FileFacts[]): Promise<void> {
    if (await room.torn()) throw new QuotaReached();
    const isLent = !(await room.isRoomy());
    if (isLent) await room.give();
    try {
      await this.#letGo(files);
    } finally {
      if (isLent) await room.regain();
    }
  }

  async #letGo(files: readonly FileFacts[]): Promise<void> {
    const tx = (await this.#open()).transaction(['facts', 'bytes'], 'readwrite');
    const gone = files.flatMap((facts) => [
      tx.objectStore('facts').put(facts, facts.hash),
      tx.objectStore('bytes').delete(facts.hash),
    ]);
    await Promise.all([...gone, tx.done]);
  }

  async forget(hashes: readonly string[]): Promise<void> {
    const tx = (await this.#open()).transaction(['facts', 'bytes', 'thumbs'], 'readwrite');
    const stores = ['facts', 'bytes', 'thumbs'] as const;
    const gone = hashes.flatMap((hash) => stores.map((store) => tx.objectStore(store).delete(hash)));
    await Promise.all([...gone, tx.done]);
  }

  /** For good: what is still on its way writes nothing any more, for all of it may be erased now. */
  end(): void {
    this.#ended = true;
    this.#close();
  }

  #close(): void {
    const opened = this.#db;
    this.#db = undefined;
    opened?.then((db) => db.close()).catch(() => undefined);
  }

  async #write(
    stores: StoreName[],
    bytes: number,
    strict: boolean,
    puts: (tx: ReturnType<typeof change>) => Promise<unknown>[],
  ): Promise<void> {
    if (bytes > 0 && !(await room.isRoomy(bytes))) throw new QuotaReached();
    const db = await this.#open();
    try {
      const tx = change(db, stores, strict);
      await Promise.all([...puts(tx), tx.done]);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      if (error.name === 'QuotaExceededError') throw new QuotaReached();
      // The connection may be lost for many reasons; the next one is a new one.
      this.#close();
      if ((await room.regain()) !== false) throw error;
      await room.markTorn(true);
      throw new QuotaReached();
    }
  }

  #open(): Promise<IDBPDatabase<FilesSchema>> {
    if (this.#ended) return Promise.reject(new Error('the files were let go'));
    if (this.#db) return this.#db;
    const opening = openDB<FilesSchema>(this.#name, VERSION, {
      upgrade(db) {
        for (const store of ['facts', 'bytes', 'thumbs'] as const) db.createObjectStore(store);
      },
      blocking: () => this.#close(),
      terminated: () => (this.#db = undefined),
    });
    this.#db = opening;
    // What could not be opened is tried anew the next time.
    opening.catch(() => (this.#db = undefined));
    return opening;
  }
}

function change(db: IDBPDatabase<FilesSchema>, stores: StoreName[], strict: boolean) {
  return db.transaction(stores, 'readwrite', { durability: strict ? 'strict' : 'relaxed' });
}
