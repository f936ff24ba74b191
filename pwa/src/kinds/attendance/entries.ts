/** What is marked of who was at an event, as commands name it. */
import type { EntryRef } from '../../client/generated/types.ts';
import { SHARED } from '../../lib/ulid.ts';

/** A mark, or a visitor. */
export function inAttendance(event: string, collection: 'marks' | 'visitors', id: string): EntryRef {
  return { kind: 'attendance', owner: SHARED, key: event, collection, id };
}
