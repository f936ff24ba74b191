/** Partners and their entries, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { SHARED } from '../../lib/ulid.ts';
import type { PartnerPart } from './paths.ts';

/** An entry of a partner, or the partner itself. */
export function inPartner(partner: string, collection: PartnerPart | 'partners', id: string): EntryRef {
  return { kind: 'partner', owner: SHARED, key: partner, collection, id };
}
