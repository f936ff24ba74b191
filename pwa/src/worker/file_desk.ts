/** Where the worker is asked about files: what lies on this phone, what goes to the relay and what comes from it. */
import type { LyingFile, Weighed } from '../client/device.ts';
import type { FileStanding, FileWay, Keeping, KnownFile, NewFile, Opened } from '../client/files.ts';
import type { FileRef, LinkState } from '../client/generated/types.ts';
import type { Online } from '../client/messages.ts';
import { report } from '../lib/faults.ts';
import { nowMs } from './clock.ts';
import { FileFetcher } from './file_fetcher.ts';
import { type FileFacts, fetchable, isSent } from './file_rest.ts';
import { FileSender } from './file_sender.ts';
import { FileShelf } from './file_shelf.ts';
import type { FileStore } from './file_store.ts';
import { QuotaReached } from './storage.ts';

/** What happens within so short a time is looked at once. */
const SOON_MS = 200;

/** What files need of the rest of the worker. */
export interface FilesOutside {
  token(): Promise<Online<string>>;
  /** Where documents of this phone name files, of these. */
  named(hashes: string[]): FileRef[];
  sync(): { link: LinkState; unsent: number; restarts: number };
  /** What was typed and is not accepted, as text: it may name files too. */
  unaccepted(): string;
  changed(standing: FileStanding): void;
}

export class FileDesk {
  readonly #shelf: FileShelf;
  readonly #outside: FilesOutside;
  readonly #sender: FileSender;
  readonly #fetcher: FileFetcher;
  #jwt: string | undefined;
  #told = '';
  #stopped = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(store: FileStore, outside: FilesOutside) {
    this.#shelf = new FileShelf(store);
    this.#outside = outside;
    const token = (): Promise<Online<string>> => this.#token();
    this.#sender = new FileSender(this.#shelf, {
      token,
      refused: () => (this.#jwt = undefined),
      isOpen: () => ['online', 'one_shot'].includes(outside.sync().link),
      unsent: () => outside.sync().unsent,
      restarts: () => outside.sync().restarts,
      waiting: () => this.standing().waiting,
      told: () => this.#tell(),
    });
    this.#fetcher = new FileFetcher(this.#shelf, token, () => {
      // A token that was not taken is not used again.
      this.#jwt = undefined;
      void this.#spare()
        .catch((error: unknown) => console.error(error))
        .then(() => this.#tell(true));
    });
    void this.#shelf.ready.then(() => this.poke());
  }

  async keep(file: NewFile): Promise<Keeping> {
    await this.#shelf.ready;
    const kept = await this.#shelf.keep(file);
    this.poke();
    return kept;
  }

  async known(hashes: readonly string[]): Promise<KnownFile[]> {
    await this.#shelf.ready;
    const refs = this.#outside.named(hashes.filter((hash) => this.#shelf.get(hash)?.isMine));
    const { restarts } = this.#outside.sync();
    return hashes.flatMap((wanted) => {
      const facts = this.#shelf.get(wanted);
      if (!facts) return [];
      const { hash, bytes, type, at, isHere, hasThumb } = facts;
      const way = this.#wayOf(
        facts,
        refs.filter((ref) => ref.hash === hash),
        restarts,
      );
      return [{ hash, bytes, type, at, isHere, hasThumb, way }];
    });
  }

  #wayOf(facts: FileFacts, named: readonly FileRef[], restarts: number): FileWay {
    if (!facts.isMine) return { is: 'received' };
    if (facts.refusal) return { is: 'refused', code: facts.refusal };
    if (named.length === 0) return { is: 'kept' };
    const left = named.filter(({ doc }) => !isSent(facts, doc, restarts));
    if (left.length === 0 || !facts.isHere) return { is: 'received' };
    return { is: 'waiting', received: Math.min(...left.map((ref) => this.#sender.received(ref))) };
  }

  async thumbs(hashes: readonly string[]): Promise<{ hash: string; bytes: ArrayBuffer }[]> {
    await this.#shelf.ready;
    return this.#shelf.thumbs(hashes);
  }

  /** Keeps how a file looks that came from the relay. */
  async keepThumb(hash: string, bytes: ArrayBuffer): Promise<null> {
    await this.#shelf.note(hash, { hasThumb: true }, bytes);
    this.#tell(true);
    return null;
  }

  /** A file, if it is here; else it is asked for. */
  async open(file: FileRef, again: boolean): Promise<Opened> {
    await this.#shelf.ready;
    const bytes = await this.#shelf.bytesOf(file.hash);
    const type = this.#shelf.get(file.hash)?.type;
    if (bytes && type) {
      void this.#shelf.note(file.hash, { usedAt: nowMs() });
      return { is: 'here', bytes, type };
    }
    const state = this.#fetcher.want(file, again);
    return state === 'coming' ? { is: 'coming' } : { is: 'away', code: state };
  }

  standing(): FileStanding {
    const refs = this.#outside.named(this.#shelf.mine());
    const { restarts } = this.#outside.sync();
    const left = refs.filter(({ hash, doc }) => {
      const facts = this.#shelf.get(hash);
      return !facts || !isSent(facts, doc, restarts);
    });
    const isRefused = ({ hash }: FileRef): boolean => this.#shelf.get(hash)?.refusal != null;
    const waits = (ref: FileRef): boolean => !isRefused(ref) && this.#shelf.get(ref.hash)?.isHere === true;
    return { waiting: left.filter(waits), refused: left.filter(isRefused) };
  }

  /** Tries once more what the relay refused. */
  async sendAgain(hash: string): Promise<null> {
    await this.#shelf.note(hash, { refusal: null });
    this.#sender.forget(hash);
    this.poke();
    return null;
  }

  /** Forgets what nothing names any more, and originals beyond their limit; `drafts` are named by drafts. */
  async tidy(drafts: readonly string[]): Promise<null> {
    await this.#shelf.ready;
    const refs = this.#outside.named(this.#shelf.all().map(({ hash }) => hash));
    await this.#shelf.tidy(new Set([...refs.map(({ hash }) => hash), ...drafts, ...this.#unaccepted()]));
    await this.#spare();
    this.#tell();
    return null;
  }

  async #spare(): Promise<void> {
    if (this.#stopped) return;
    await this.#shelf.spare(new Set(this.standing().waiting.map(({ hash }) => hash))).catch(report);
  }

  /** The hashes that stand in what was typed and is not accepted. */
  #unaccepted(): string[] {
    return this.#outside.unaccepted().match(/[0-9a-f]{64}/g) ?? [];
  }

  /** The files that lie here; `drafts` are named by drafts. */
  async lying(drafts: readonly string[]): Promise<LyingFile[]> {
    await this.#shelf.ready;
    const refs = this.#outside.named(this.#shelf.mine());
    const free = new Set(this.#fetchable(drafts));
    const { restarts } = this.#outside.sync();
    return this.#shelf.here().map((facts) => {
      const own = refs.filter(({ hash }) => hash === facts.hash);
      const way = facts.isMine ? this.#wayOf(facts, own, restarts).is : 'fetched';
      return { bytes: facts.bytes, way, isFree: free.has(facts) };
    });
  }

  /** Lets go of what can be fetched again. Answers how many bytes that was; `null` where nothing may be written. */
  async makeRoom(drafts: readonly string[]): Promise<number | null> {
    await this.#shelf.ready;
    const gone = this.#fetchable(drafts);
    try {
      await this.#shelf.letGo(gone);
    } catch (error) {
      if (!(error instanceof QuotaReached)) report(error);
      return null;
    }
    this.#tell(true);
    return gone.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #fetchable(drafts: readonly string[]): FileFacts[] {
    const waiting = this.standing().waiting.map(({ hash }) => hash);
    const held = new Set([...waiting, ...drafts, ...this.#unaccepted()]);
    return fetchable(this.#shelf.here(), held, this.#outside.sync().restarts, nowMs());
  }

  /** Weighs how the next files behind a hash look. */
  weigh(after: Weighed['next']): Promise<Weighed> {
    return this.#shelf.weigh(after);
  }

  /** The same as `poke`, once for all that happens in a moment. */
  pokeSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.poke();
    }, SOON_MS);
  }

  /** Something happened that may let files go, or say something else of them. */
  poke(): void {
    if (this.#stopped) return;
    this.#tell();
    this.#sender.poke();
  }

  async #token(): Promise<Online<string>> {
    if (this.#jwt !== undefined) return { ok: true, value: this.#jwt };
    const answer = await this.#outside.token();
    if (answer.ok) this.#jwt = answer.value;
    return answer;
  }

  /** Says how files stand, where that is something else than before. */
  #tell(always = false): void {
    if (this.#stopped) return;
    const standing = this.standing();
    const said = JSON.stringify([standing, standing.waiting.map((file) => this.#sender.received(file))]);
    if (said === this.#told && !always) return;
    this.#told = said;
    this.#outside.changed(standing);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#soon);
    this.#sender.stop();
    this.#shelf.end();
  }
}
