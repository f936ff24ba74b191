/** Entries of a coaching log, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of a member's log. */
export function inLog(owner: string, collection: string, id: string): EntryRef {
  return { kind: 'coaching_log', owner, key: '', collection, id };
}
