/** Which files a phone need not keep: those that nothing names any more, and originals beyond a limit. Pure. */
import type { JoinFailure } from '../client/messages.ts';
import type { FileType } from '../lib/file_type.ts';

/** What a file that nothing names is still kept for, if it was attached here: somebody may take a step back. */
export const ABANDONED_MS = 7 * 24 * 3_600_000;
/** What originals that the cooperative has may take together. */
export const ORIGINALS_BYTES_MAX = 100 * 1024 * 1024;
/**
 * What was attached here stays that long though the cooperative has it, when room is made: a relay that is put back from
 * a copy asks for it again. Relays keep as long what a copy names (`--files-kept-days`).
 */
export const SPARED_MS = 30 * 24 * 3_600_000;
/** Pictures kept small; beyond, the oldest go. */
export const THUMBS_MAX = 5_000;

/** What is kept about a file, beside its bytes. */
export interface FileFacts {
  hash: string;
  bytes: number;
  type: FileType;
  /** When it came, in milliseconds since 1970. */
  at: number;
  /** When it was last looked at. */
  usedAt: number;
  /** When something was last known to name it. */
  namedAt: number;
  /** Attached on this phone: it sends it. Otherwise it came from the relay. */
  isMine: boolean;
  /** The documents for which the relay has it whole. */
  sentFor: string[];
  /** How often the relay had started over as that was said; a relay put back from an older copy is asked again. */
  restarts: number;
  /** Why the relay refuses it for good. */
  refusal: JoinFailure | null;
  /** The bytes are here. */
  isHere: boolean;
  hasThumb: boolean;
}

/** What is to be forgotten: `named` are the hashes that documents, drafts and what was not accepted name. */
export function nameless(all: readonly FileFacts[], named: ReadonlySet<string>, now: number): string[] {
  const isOver = (file: FileFacts): boolean =>
    // What came from the relay was for reading what named it: that is gone, or no longer this person's to read.
    !file.isMine || now - Math.max(file.at, file.namedAt) > ABANDONED_MS;
  return all.filter((file) => !named.has(file.hash) && isOver(file)).map(({ hash }) => hash);
}

/** Whether the relay, as it is now, is known to have a file for a document. */
export function isSent({ sentFor, restarts }: FileFacts, doc: string, now: number): boolean {
  return restarts === now && sentFor.includes(doc);
}

/** Whether the only copy may be here. */
function isOnlyHere({ isMine, sentFor, refusal }: FileFacts): boolean {
  return isMine && (sentFor.length === 0 || refusal !== null);
}

/** The originals to let go of, the longest unused first. What is not sent never goes. */
export function beyond(
  all: readonly FileFacts[],
  waiting: ReadonlySet<string>,
  bytesMax = ORIGINALS_BYTES_MAX,
): string[] {
  const here = all.filter(({ isHere }) => isHere);
  let over = here.reduce((sum, { bytes }) => sum + bytes, 0) - bytesMax;
  const free = here
    .filter((file) => !isOnlyHere(file) && !waiting.has(file.hash))
    .sort((one, other) => one.usedAt - other.usedAt);
  const gone: string[] = [];
  for (const { hash, bytes } of free) {
    if (over <= 0) break;
    gone.push(hash);
    over -= bytes;
  }
  return gone;
}

/** The originals of these that can be fetched again, from the relay as it is now: none of `held`, whatever holds them. */
export function fetchable(
  here: readonly FileFacts[],
  held: ReadonlySet<string>,
  restarts: number,
  now: number,
): FileFacts[] {
  const isSafe = (file: FileFacts): boolean =>
    !file.isMine || (!isOnlyHere(file) && file.restarts === restarts && now - file.at > SPARED_MS);
  return here.filter((file) => !held.has(file.hash) && isSafe(file));
}

/** Files of which nothing is left but how they look, beyond how many of them are kept. */
export function faded(all: readonly FileFacts[], max = THUMBS_MAX): string[] {
  const looks = all.filter((file) => file.hasThumb && !file.isHere);
  return looks
    .sort((one, other) => other.usedAt - one.usedAt)
    .slice(max)
    .map(({ hash }) => hash);
}
