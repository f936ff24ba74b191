/** Entries of the account of shared services, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { OF_ALL } from '../../lib/ulid.ts';

/** An entry of the account of a year. */
export function inServices(year: number, collection: 'accounts' | 'lines', id: string): EntryRef {
  return { kind: 'services', owner: OF_ALL, key: String(year).padStart(4, '0'), collection, id };
}
