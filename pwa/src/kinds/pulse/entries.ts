/** What one wrote down of how one is doing, as commands name it. */
import type { EntryRef } from '../../client/generated/types.ts';

/** An entry of one's own. */
export function inPulse(id: string): EntryRef {
  return { kind: 'pulse', owner: null, key: '', collection: 'days', id };
}
