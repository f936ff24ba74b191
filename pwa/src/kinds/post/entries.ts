/** Posts, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** A post of one's own. */
export function ownPost(id: string): EntryRef {
  return { kind: 'post', owner: null, key: id, collection: 'posts', id };
}
