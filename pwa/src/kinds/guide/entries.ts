/** Entries of the guide, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { OF_ALL } from '../../lib/ulid.ts';

/** An entry of the guide. */
export function inGuide(collection: 'pages' | 'sectors' | 'people', id: string): EntryRef {
  return { kind: 'guide', owner: OF_ALL, key: '', collection, id };
}
