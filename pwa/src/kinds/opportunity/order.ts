/** In which order opportunities are read. */
import type { OpportunityRow, OpportunityStatus } from '../../client/generated/types.ts';

/** What is followed no more: it was left, or is over. */
const CLOSED: ReadonlySet<OpportunityStatus> = new Set(['no_go', 'done']);

export type Followed = 'open' | 'closed';

/** Whatever the order, what is still followed comes first; each part as it was sorted. */
export function openFirst<R extends Pick<OpportunityRow, 'status'>>(
  rows: readonly R[],
): { key: Followed; items: R[] }[] {
  const parts = [
    { key: 'open' as const, items: rows.filter(({ status }) => !CLOSED.has(status)) },
    { key: 'closed' as const, items: rows.filter(({ status }) => CLOSED.has(status)) },
  ];
  return parts.filter(({ items }) => items.length > 0);
}
