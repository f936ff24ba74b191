/** Fetches files that are not on this phone, when somebody opens them. */
import type { FetchFailure } from '../client/files.ts';
import type { FileRef } from '../client/generated/types.ts';
import type { Online } from '../client/messages.ts';
import { download } from './file_calls.ts';
import type { FileShelf } from './file_shelf.ts';

/** A download that was cut goes on from where it was, so often. */
const TRIES_MAX = 4;

export class FileFetcher {
  readonly #shelf: FileShelf;
  readonly #token: () => Promise<Online<string>>;
  readonly #done: () => void;
  /** Under way, or why it came to nothing. */
  readonly #state = new Map<string, 'coming' | FetchFailure>();

  /** `done` is called after each, whatever came of it. */
  constructor(shelf: FileShelf, token: () => Promise<Online<string>>, done: () => void) {
    this.#shelf = shelf;
    this.#token = token;
    this.#done = done;
  }

  /** Asks for a file, unless that came to nothing before and nobody wants it `again`. */
  want(file: FileRef, again: boolean): 'coming' | FetchFailure {
    const state = this.#state.get(file.hash);
    if (state === 'coming' || (state && !again)) return state;
    this.#state.set(file.hash, 'coming');
    const broken = (error: unknown): FetchFailure => {
      console.error(error);
      return 'crashed';
    };
    void this.#fetch(file)
      .catch(broken)
      .then((failure) => {
        if (failure) this.#state.set(file.hash, failure);
        else this.#state.delete(file.hash);
        this.#done();
      });
    return 'coming';
  }

  /** Answers why it is not here now; `null` once it is. */
  async #fetch(file: FileRef): Promise<FetchFailure | null> {
    const got: Uint8Array<ArrayBuffer>[] = [];
    let answer: Online<null> = { ok: false, code: 'unreachable' };
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const before = got.length;
      const jwt = await this.#token();
      answer = jwt.ok ? await download(jwt.value, file, got) : jwt;
      // Where nothing came, nothing comes by asking at once again.
      if (answer.ok || answer.code !== 'unreachable' || got.length === before) break;
    }
    if (!answer.ok) return answer.code;
    const kept = await this.#shelf.take(file, await new Blob(got).arrayBuffer());
    return kept === 'kept' ? null : kept === 'full' ? 'full' : 'bad_message';
  }
}
