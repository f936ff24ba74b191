/** Entries of an assembly, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of an assembly. Its owner is the cooperative: a document that all share names the relay. */
export function inAssembly(assembly: string, collection: string, id: string): EntryRef {
  return { kind: 'assembly', owner: '00000000000000000000000000', key: assembly, collection, id };
}
