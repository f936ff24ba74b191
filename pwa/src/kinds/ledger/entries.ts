/** Entries of a ledger, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of a member's ledger. */
export function inLedger(owner: string, collection: string, id: string): EntryRef {
  return { kind: 'ledger', owner, key: '', collection, id };
}
