/** What was last known to be unsent, as it is kept outside the database. */
import type { Loss, Removal } from './messages.ts';

/** A device of which the relay said nothing but that it was removed. */
export const UNEXPLAINED: Removal = { at: '', by: '' };

/** What earlier versions wrote: `removed` said no more than that. */
type Former = Omit<Loss, 'removed'> & { removed: boolean };

/** Reads it: a text that was cut short still says that somebody was here. */
export function readLoss(text: string): Loss {
  try {
    const { removed, names, more, at } = JSON.parse(text) as Partial<Loss | Former>;
    return {
      removed: removed === true ? UNEXPLAINED : removed || null,
      names: names ?? [],
      more: more ?? 0,
      at: at ?? '',
    };
  } catch {
    return { removed: null, names: [], more: 0, at: '' };
  }
}
