/**
 * What is known of this browser's person outside the database: that somebody joined here, and what was last
 * known to be unsent. A browser that erased the database leaves this, so that its loss can be told from an
 * invitation that was never used, and said by name.
 *
 * A file of the origin's private file system. It is erased first when a person leaves or the device is revoked:
 * a wipe that was cut short is never taken for a loss. Of a revoked device only the number of unsent entries and the
 * day stay: the relay cannot tell a phone that was stolen from one that was replaced, so nothing that was typed may
 * be read there, and the owner still learns what has to be entered again.
 */
import { readLoss } from '../client/loss.ts';
import type { Loss } from '../client/messages.ts';
import { removeFile, textOf, withFile } from './files.ts';

const FILE = 'besace-memory';
/** Names kept; of what is beyond only the number is. */
export const NAMES_MAX = 50;

/** Writes down what is unsent. A disk without room keeps what was written before. */
export async function remember(loss: Loss): Promise<void> {
  const text = new TextEncoder().encode(JSON.stringify(loss));
  await withFile(FILE, (file) => {
    file.write(text, { at: 0 });
    file.truncate(text.length);
    file.flush();
  });
}

/** What was last written down; `null` when nobody joined here, or whoever did has left. */
export async function remembered(): Promise<Loss | null> {
  const text = await textOf(FILE);
  return text === undefined ? null : readLoss(text);
}

/** Nothing is known of anybody any more. */
export function forgetMemory(): Promise<void> {
  return removeFile(FILE);
}
