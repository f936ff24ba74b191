/** Files on screen: how they look, how far they have come, what is still to be sent of them. */
import { untrack } from 'svelte';

import type { FileStanding, KnownFile } from '../client/files.ts';
import { app, client } from './app.svelte.ts';

const NONE: FileStanding = { waiting: [], refused: [] };
/** How long after the start, or after documents went, what nothing names any more is looked for. */
const TIDY_MS = 10_000;

class Files {
  standing = $state.raw(NONE);
  #known = $state.raw<Readonly<Record<string, KnownFile>>>({});
  /** Addresses of how they look. */
  #looks = $state.raw<Readonly<Record<string, string>>>({});
  /** How often each is on screen. */
  readonly #shown = new Map<string, number>();
  #reading = false;
  #isStale = false;
  #docs = 0;
  #tidying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    client.listen((notice) => {
      if (notice.type !== 'files') return;
      this.standing = notice.standing;
      void this.#read();
    });
    $effect.root(() => {
      $effect(() => {
        if (app.standing.state === 'open') untrack(() => void this.#open());
        else untrack(() => this.#close());
      });
      $effect(() => {
        const docs = app.sync?.docs ?? 0;
        // At the start, and when documents left this phone: what they named goes too.
        if (app.isFilled && (this.#docs === 0 || docs < this.#docs)) this.#tidySoon();
        if (app.isFilled) this.#docs = docs;
      });
    });
  }

  /** What is known of a file; nothing of one that this phone never had. */
  known(hash: string): KnownFile | undefined {
    return this.#known[hash];
  }

  /** The address of how it looks in a list. */
  look(hash: string): string | undefined {
    return this.#looks[hash];
  }

  /** Files are on screen from now on. Returns what to call when they are not any more. */
  show(hashes: readonly string[]): () => void {
    for (const hash of hashes) this.#shown.set(hash, (this.#shown.get(hash) ?? 0) + 1);
    if (hashes.length > 0) void this.#read();
    return () => {
      for (const hash of hashes) {
        const left = (this.#shown.get(hash) ?? 1) - 1;
        if (left > 0) this.#shown.set(hash, left);
        else this.#shown.delete(hash);
      }
    };
  }

  /** Reads what is on screen again; many that come at once are read once. */
  async #read(): Promise<void> {
    this.#isStale = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#isStale) {
        // Whatever else is put on screen now is read along.
        await Promise.resolve();
        this.#isStale = false;
        await this.#readShown();
      }
    } catch {
      // Not open yet: read again when it is.
    } finally {
      this.#reading = false;
    }
  }

  async #readShown(): Promise<void> {
    const hashes = [...this.#shown.keys()];
    if (hashes.length === 0 || app.standing.state !== 'open') return;
    const known = await client.files(hashes);
    this.#known = Object.fromEntries(known.map((one) => [one.hash, one]));
    const lacking = known.filter(({ hash, hasThumb }) => hasThumb && !this.#looks[hash]);
    if (lacking.length === 0) return;
    const thumbs = await client.thumbs(lacking.map(({ hash }) => hash));
    const fresh = thumbs.map(({ hash, bytes }) => [hash, addressOf(bytes, 'image/jpeg')] as const);
    this.#looks = { ...this.#looks, ...Object.fromEntries(fresh) };
  }

  async #open(): Promise<void> {
    this.standing = await client.fileStanding().catch(() => NONE);
    void this.#read();
  }

  #close(): void {
    clearTimeout(this.#tidying);
    this.#docs = 0;
    this.standing = NONE;
    this.#known = {};
    for (const address of Object.values(this.#looks)) URL.revokeObjectURL(address);
    this.#looks = {};
  }

  #tidySoon(): void {
    clearTimeout(this.#tidying);
    this.#tidying = setTimeout(() => {
      // What could not be read may name them.
      if (app.isFilled && app.sync?.setAside.length === 0) client.tidyFiles(drafted()).catch(() => undefined);
    }, TIDY_MS);
  }
}

/** An address for bytes, to be shown. */
export function addressOf(bytes: ArrayBuffer, type: string): string {
  return URL.createObjectURL(new Blob([bytes], { type }));
}

/** The hashes that drafts name, those of other tabs too. */
export function drafted(): string[] {
  return Object.keys(localStorage).flatMap(
    (key) => localStorage.getItem(key)?.match(/\b[0-9a-f]{64}\b/g) ?? [],
  );
}

export const files = new Files();
