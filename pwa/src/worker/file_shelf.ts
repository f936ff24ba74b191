/** The files that lie on this phone, and what is known of each: kept, looked at, let go of. */
import type { Weighed } from '../client/device.ts';
import type { Keeping, NewFile } from '../client/files.ts';
import type { FileRef } from '../client/generated/types.ts';
import { hashOf, typeOf } from '../lib/file_type.ts';
import { report } from '../lib/faults.ts';
import { nowMs } from './clock.ts';
import { type FileFacts, beyond, faded, nameless } from './file_rest.ts';
import type { FileStore } from './file_store.ts';
import { QuotaReached } from './storage.ts';

/** How exactly it is known when a file was last named. */
const NAMED_MS = 24 * 3_600_000;

export class FileShelf {
  /** Everything that lies here is known. */
  readonly ready: Promise<void>;
  readonly #store: FileStore;
  readonly #facts = new Map<string, FileFacts>();

  constructor(store: FileStore) {
    this.#store = store;
    this.ready = store.all().then((all) => {
      for (const facts of all) this.#facts.set(facts.hash, facts);
    }, report);
  }

  get(hash: string): FileFacts | undefined {
    return this.#facts.get(hash);
  }

  all(): FileFacts[] {
    return [...this.#facts.values()];
  }

  /** Those that lie here themselves. */
  here(): FileFacts[] {
    return this.all().filter(({ isHere }) => isHere);
  }

  /** Those that were attached on this phone. */
  mine(): string[] {
    return this.all().flatMap(({ hash, isMine }) => (isMine ? [hash] : []));
  }

  /** Keeps what somebody attached. */
  keep({ hash, bytes, thumb }: NewFile): Promise<Keeping> {
    return this.#keep(hash, bytes, thumb, { isMine: true, refusal: null });
  }

  /** Keeps what came from the relay for a document. */
  take({ hash, doc }: FileRef, bytes: ArrayBuffer): Promise<Keeping> {
    const sentFor = [...new Set([...(this.get(hash)?.sentFor ?? []), doc])];
    return this.#keep(hash, bytes, null, { sentFor });
  }

  /** What is not what it is called is not kept. */
  async #keep(
    hash: string,
    bytes: ArrayBuffer,
    thumb: ArrayBuffer | null,
    said: Partial<FileFacts>,
  ): Promise<Keeping> {
    const type = typeOf(new Uint8Array(bytes));
    if (!type || (await hashOf(bytes)) !== hash) return 'failed';
    const at = nowMs();
    const before = this.get(hash) ?? {
      at,
      isMine: false,
      sentFor: [],
      restarts: 0,
      refusal: null,
      hasThumb: false,
    };
    const hasThumb = before.hasThumb || thumb !== null;
    const now = { usedAt: at, namedAt: at, isHere: true, hasThumb };
    const facts: FileFacts = { ...before, hash, type, bytes: bytes.byteLength, ...now, ...said };
    try {
      await this.#store.keep(facts, bytes, thumb);
    } catch (error) {
      if (error instanceof QuotaReached) return 'full';
      report(error);
      return 'failed';
    }
    this.#facts.set(hash, facts);
    return 'kept';
  }

  async bytesOf(hash: string): Promise<ArrayBuffer | undefined> {
    return this.get(hash)?.isHere ? this.#store.bytesOf(hash) : undefined;
  }

  async thumbs(hashes: readonly string[]): Promise<{ hash: string; bytes: ArrayBuffer }[]> {
    const all = hashes.filter((hash) => this.get(hash)?.hasThumb);
    const found = await Promise.all(
      all.map(async (hash) => ({ hash, bytes: await this.#store.thumbOf(hash) })),
    );
    return found.flatMap(({ hash, bytes }) => (bytes ? [{ hash, bytes }] : []));
  }

  /** Notes something about a file. What is not written is found out again. */
  async note(hash: string, said: Partial<FileFacts>, thumb: ArrayBuffer | null = null): Promise<void> {
    const before = this.get(hash);
    if (!before) return;
    const facts = { ...before, ...said };
    this.#facts.set(hash, facts);
    await this.#store.note(facts, thumb).catch(report);
  }

  /** Forgets what nothing names any more. */
  async tidy(named: ReadonlySet<string>): Promise<void> {
    const now = nowMs();
    const gone = [...nameless(this.all(), named, now), ...faded(this.all())];
    if (gone.length > 0) {
      await this.#store.forget(gone);
      for (const hash of gone) this.#facts.delete(hash);
    }
    for (const { hash, isMine, namedAt } of this.all()) {
      if (isMine && named.has(hash) && now - namedAt > NAMED_MS) await this.note(hash, { namedAt: now });
    }
  }

  /** Lets go of originals beyond their limit; those that wait stay. */
  async spare(waiting: ReadonlySet<string>): Promise<void> {
    const over = new Set(beyond(this.all(), waiting));
    await this.letGo(this.all().filter(({ hash }) => over.has(hash)));
  }

  /** Lets go of originals; how they look stays. */
  async letGo(files: readonly FileFacts[]): Promise<void> {
    if (files.length === 0) return;
    const gone = files.map((facts) => ({ ...facts, isHere: false }));
    await this.#store.letGo(gone);
    for (const facts of gone) this.#facts.set(facts.hash, facts);
  }

  /** Weighs how the next files behind a hash look. */
  weigh(after: Weighed['next']): Promise<Weighed> {
    return this.#store.weigh(after);
  }

  end(): void {
    this.#store.end();
  }
}
