/** Duties, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { OF_ALL } from '../../lib/ulid.ts';

/** A duty of a year. */
export function inDuties(year: number, id: string): EntryRef {
  return { kind: 'duties', owner: OF_ALL, key: String(year).padStart(4, '0'), collection: 'duties', id };
}
