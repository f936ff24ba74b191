/** Entries of documents, as commands name them. */
import type { EntryRef } from '../client/generated/types.ts';

/** An entry of one's own activity of a year. */
export function inActivity(year: number, collection: string, id: string): EntryRef {
  return { kind: 'activity', owner: null, key: String(year).padStart(4, '0'), collection, id };
}

/** An entry of a member's coaching log. */
export function inLog(owner: string, collection: string, id: string): EntryRef {
  return { kind: 'coaching_log', owner, key: '', collection, id };
}

/** A private note of one's own about a member. */
export function inNotes(member: string, id: string): EntryRef {
  return { kind: 'coach_notes', owner: null, key: member, collection: 'notes', id };
}
