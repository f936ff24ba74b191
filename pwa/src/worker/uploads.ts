/**
 * Which file is sent next, from where, and what follows from an answer. Pure: it knows neither clock nor network.
 *
 * Files go after the changes that name them, one at a time, in pieces that a weak link carries in a moment, so that what
 * people type never waits behind a picture. What cannot go now is tried again later, ever more seldom, and keeps nothing
 * else from going; what the relay refuses for good is said, and waits for a person.
 */
import type { JoinFailure } from '../client/messages.ts';

/** As between phone and relay otherwise (`model/src/limits.rs`). */
export const BACKOFF_MS_MIN = 1_000;
export const BACKOFF_MS_MAX = 60_000;
/** The relay takes no larger piece (`model/src/limits.rs`): the worker does without the list of all limits. */
export const PIECE_BYTES_MAX = 128 * 1024;
/** The smallest piece; the first is of this size. */
export const PIECE_BYTES_MIN = 16 * 1024;
/** What a piece should take. */
const PIECE_MS = 1_500;
/** What was typed goes first; should it not get through, files go all the same after this. */
export const SYNC_FIRST_MS_MAX = 30_000;

/** A file on its way to the relay, for one document that names it. */
export interface Waiting {
  doc: string;
  hash: string;
  bytes: number;
  /** What the relay has of it; `null` while it was not asked. */
  received: number | null;
  /** Tries that came to nothing, one after the other. */
  failures: number;
  /** Not before, by a clock that nobody can set. */
  notBefore: number;
  /** What the relay had was not what the phone has: everything was sent once more. */
  isAgain: boolean;
}

/** How the road is. */
export interface Line {
  isOpen: boolean;
  /** Since when something typed has been waiting; `null` when nothing does. */
  unsentSince: number | null;
  /** The last piece, and how long it took; `null` before the first. */
  last: { bytes: number; ms: number } | null;
}

export type Step =
  | { is: 'ask'; file: Waiting }
  | { is: 'send'; file: Waiting; at: number; length: number }
  /** Nothing to do: before something happens, or so many milliseconds have passed. */
  | { is: 'rest'; ms: number | null };

/** What the relay said, or that it said nothing. */
export type Answer =
  | { is: 'state'; received: number; whole: boolean }
  | { is: 'offset'; received: number }
  | { is: 'missing' }
  | { is: 'failed'; code: JoinFailure };

export type After = { is: 'sent' } | { is: 'refused'; code: JoinFailure } | { is: 'on'; file: Waiting };

/** Reasons that pass by themselves. */
const PASSING: ReadonlySet<JoinFailure> = new Set<JoinFailure>([
  'unreachable',
  'retry',
  'rate_limited',
  'unauthorized',
  'bad_message',
  'gone',
]);

export function begin({ doc, hash, bytes }: Pick<Waiting, 'doc' | 'hash' | 'bytes'>): Waiting {
  return { doc, hash, bytes, received: null, failures: 0, notBefore: 0, isAgain: false };
}

/** The next step of those that wait, the first first. */
export function nextStep(files: readonly Waiting[], line: Line, now: number): Step {
  if (!line.isOpen || files.length === 0) return { is: 'rest', ms: null };
  const typedMs = line.unsentSince === null ? 0 : line.unsentSince + SYNC_FIRST_MS_MAX - now;
  if (typedMs > 0) return { is: 'rest', ms: typedMs };
  const file = files.find(({ notBefore }) => notBefore <= now);
  if (!file) return { is: 'rest', ms: Math.min(...files.map(({ notBefore }) => notBefore)) - now };
  const { received, bytes } = file;
  if (received === null) return { is: 'ask', file };
  return { is: 'send', file, at: received, length: Math.min(pieceBytes(line.last), bytes - received) };
}

/** How much the next piece holds, by how the last one went: as much as the link carries in a moment. */
export function pieceBytes(last: Line['last']): number {
  if (!last) return PIECE_BYTES_MIN;
  const wanted = Math.round((last.bytes * PIECE_MS) / Math.max(last.ms, 1));
  // At most four times more at once: one quick piece promises nothing.
  const most = Math.min(PIECE_BYTES_MAX, Math.max(last.bytes, PIECE_BYTES_MIN) * 4);
  return Math.max(PIECE_BYTES_MIN, Math.min(wanted, most));
}

/** What an answer makes of a file. `chance` is between 0 and 1. */
export function after(file: Waiting, answer: Answer, now: number, chance: number): After {
  switch (answer.is) {
    case 'state':
      if (answer.whole) return { is: 'sent' };
      return fits(file, answer.received) ? { is: 'on', file: onFrom(file, answer.received) } : lost(file);
    case 'offset':
      // All of it is there, and not looked at yet: asking has that done.
      if (answer.received === file.bytes) return { is: 'on', file: { ...file, received: null } };
      return fits(file, answer.received) ? { is: 'on', file: onFrom(file, answer.received) } : lost(file);
    case 'missing':
      // The document is not there yet, or does not name it yet.
      return { is: 'on', file: later({ ...file, received: null }, now, chance) };
    case 'failed':
      if (PASSING.has(answer.code))
        return { is: 'on', file: later({ ...file, received: null }, now, chance) };
      // Half of another try may have lain there. Sent whole and still not the same, it is told.
      return answer.code === 'file_mismatch' && !file.isAgain
        ? lost(file)
        : { is: 'refused', code: answer.code };
  }
}

/** A file that the relay holds whole says so; a beginning ends before the end. */
function fits(file: Waiting, received: number): boolean {
  return Number.isInteger(received) && received >= 0 && received < file.bytes;
}

function onFrom(file: Waiting, received: number): Waiting {
  return { ...file, received, failures: 0, notBefore: 0 };
}

/** From the start, once. */
function lost(file: Waiting): After {
  if (file.isAgain) return { is: 'refused', code: 'file_mismatch' };
  return { is: 'on', file: { ...file, received: 0, isAgain: true } };
}

function later(file: Waiting, now: number, chance: number): Waiting {
  const range = Math.min(BACKOFF_MS_MIN * 2 ** file.failures, BACKOFF_MS_MAX);
  const ms = Math.round(range / 2 + (range / 2) * chance);
  return { ...file, failures: Math.min(file.failures + 1, 10), notBefore: now + ms };
}
