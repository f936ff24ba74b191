/** Files that somebody is attaching: cleaned and kept on this phone one after the other, before an entry names them. */
import type { NamedFile } from '../client/files.ts';
import { LIMITS } from '../client/generated/types.ts';
import { readPicture } from '../lib/canvas.ts';
import { hashOf } from '../lib/file_type.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { clean } from '../lib/picture.ts';
import { client } from './app.svelte.ts';

export class Attaching {
  /** How many are being made ready. */
  preparing = $state(0);
  /** Why the last one was not taken, in words. */
  trouble = $state<string>();
  #last: Promise<void> = Promise.resolve();

  /** Resolves once all that was chosen is kept, or was not taken. */
  ready = (): Promise<void> => this.#last;

  /** Attaches files: `held` says how many there are already, `take` gets each that was kept. */
  add(chosen: Iterable<File>, held: () => number, take: (file: NamedFile) => void): void {
    this.trouble = undefined;
    for (const file of chosen) {
      this.preparing += 1;
      this.#last = this.#last
        .then(() => this.#one(file, held, take))
        .catch(() => {
          this.trouble = language.t.files.failed;
        })
        .finally(() => {
          this.preparing -= 1;
        });
    }
  }

  async #one(file: File, held: () => number, take: (file: NamedFile) => void): Promise<void> {
    const { files } = language.t;
    if (held() >= LIMITS.filesPerEntry) {
      this.trouble = files.many(LIMITS.filesPerEntry);
      return;
    }
    const cleaned = await clean(file, readPicture);
    if (typeof cleaned === 'string') {
      this.trouble = files.unfit[cleaned];
      return;
    }
    const hash = await hashOf(cleaned.bytes);
    const kept = await client.keepFile({ hash, ...cleaned });
    if (kept === 'kept') take({ hash, bytes: cleaned.bytes.byteLength });
    else this.trouble = files[kept];
  }
}

/** Files as forms hold them: each once, in the order in which documents give them. */
export function fileSet(files: readonly NamedFile[]): NamedFile[] {
  const all = new Map(files.map((file) => [file.hash, { hash: file.hash, bytes: file.bytes }]));
  return [...all.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1));
}
