/** Entries of a group, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of a group. Its owner is the cooperative: a document that all share names the relay. */
export function inGroup(group: string, collection: string, id: string): EntryRef {
  return { kind: 'group', owner: '00000000000000000000000000', key: group, collection, id };
}
