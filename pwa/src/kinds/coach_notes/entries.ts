/** Private notes, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** A note of one's own about a member. */
export function inNotes(member: string, id: string): EntryRef {
  return { kind: 'coach_notes', owner: null, key: member, collection: 'notes', id };
}
