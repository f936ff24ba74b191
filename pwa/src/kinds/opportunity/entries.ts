/** Opportunities and their actions, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { SHARED } from '../../lib/ulid.ts';

/** An action about an opportunity, or the opportunity itself. */
export function inOpportunity(key: string, collection: 'opportunities' | 'actions', id: string): EntryRef {
  return { kind: 'opportunity', owner: SHARED, key, collection, id };
}
