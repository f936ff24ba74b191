/** What was last known to be unsent, as it is kept outside the database. */
import type { Loss } from '../client/messages.ts';

/** Reads it: a text that was cut short still says that somebody was here. */
export function readLoss(text: string): Loss {
  try {
    const { removed, names, more, at } = JSON.parse(text) as Partial<Loss>;
    return { removed: removed ?? false, names: names ?? [], more: more ?? 0, at: at ?? '' };
  } catch {
    return { removed: false, names: [], more: 0, at: '' };
  }
}
