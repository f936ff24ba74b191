/** Entries of an activity, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of one's own activity of a year. */
export function inActivity(year: number, collection: string, id: string): EntryRef {
  return { kind: 'activity', owner: null, key: String(year).padStart(4, '0'), collection, id };
}
