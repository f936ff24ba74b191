/** What is said of sending and receiving: the one place where it is decided. Pure. */
import type { ErrorCode, SyncView } from '../client/generated/types.ts';

/** All that the words depend on. */
export interface Facts {
  sync: SyncView | undefined;
  /** The browser says that there is a network. */
  network: boolean;
  /** Forms that were begun and not saved. */
  drafts: number;
  /** Files that were saved and did not go yet, and those that were refused. */
  files?: { waiting: number; refused: number };
}

/** Problems that only a person can lift, in words of their own. */
export type Stop = 'suspended' | 'removed' | 'upgrade' | 'blocked';

/** Half a line: a word, with what it counts. */
export type Word =
  | { word: 'opening' | 'full' | 'sent' | 'never' | 'filling' | Stop }
  | { word: 'noNetwork' | 'unreachable' | 'connecting' | 'sending' }
  | { word: 'saving' | 'pending' | 'refused' | 'drafts'; n: number }
  | { word: 'ago'; at: string };

export interface Said {
  tone: 'calm' | 'waiting' | 'bad';
  words: Word[];
}

const STOPS: Partial<Record<ErrorCode, Stop>> = {
  unauthorized: 'suspended',
  device_revoked: 'removed',
  upgrade: 'upgrade',
};

/** Why nothing is exchanged until somebody does something; `null` while that is not so. */
export function stopOf(sync: SyncView): Stop | null {
  return sync.problem ? (STOPS[sync.problem] ?? 'blocked') : null;
}

/** What is left to do, then how the contact is. *Everything is sent* is said of nothing less. */
export function syncWords({ sync, network, drafts, files = { waiting: 0, refused: 0 } }: Facts): Said {
  if (!sync) return { tone: 'calm', words: [{ word: 'opening' }] };
  const { saving, lastContactAt, firstDownload } = sync;
  const unsent = sync.unsent + files.waiting;
  const refused = sync.refused + files.refused;
  const stop = stopOf(sync);
  const words: Word[] = [];
  if (sync.storageFailed) words.push({ word: 'full' });
  if (stop) words.push({ word: stop });
  if (unsent > 0) words.push({ word: 'pending', n: unsent });
  else if (saving > 0) words.push({ word: 'saving', n: saving });
  if (refused > 0) words.push({ word: 'refused', n: refused });
  if (drafts > 0) words.push({ word: 'drafts', n: drafts });
  const isNew = lastContactAt === '' || firstDownload;
  if (words.length === 0) words.push({ word: lastContactAt === '' ? 'never' : isNew ? 'filling' : 'sent' });
  const contact = stop ? null : contactOf({ ...sync, unsent }, network);
  // What waits for a person leaves no room for how fresh the contact is.
  if (contact && (contact.word !== 'ago' || words[0]?.word === 'sent')) words.push(contact);
  const isBad = sync.storageFailed || stop !== null || refused > 0;
  const isDown = contact?.word === 'noNetwork' || contact?.word === 'unreachable';
  const waits = unsent > 0 || saving > 0 || drafts > 0 || isDown;
  return { tone: isBad ? 'bad' : waits ? 'waiting' : 'calm', words };
}

function contactOf({ link, unsent, lastContactAt }: SyncView, network: boolean): Word | null {
  if (link === 'offline' || link === 'stopped') return { word: network ? 'unreachable' : 'noNetwork' };
  if (link === 'connecting') return { word: 'connecting' };
  if (unsent > 0) return { word: 'sending' };
  return lastContactAt === '' ? null : { word: 'ago', at: lastContactAt };
}
