/** What waits, in the four parts that *Today* shows. The replica gives it in this order already. */
import type { WaitingItem } from '../client/generated/types.ts';
import { dayOf, daysBetween } from './dates.ts';

export type Pressing = 'wrong' | 'late' | 'soon' | 'later';

/** Due within so many days is soon: as the replica counts (`client-wasm/src/views/today.rs`). */
const SOON_DAYS = 7;

/** The day by which, whether a day or an instant was given. */
export const dayOfDue = (due: string): string => (due.length > 10 ? dayOf(due) : due);

/** What comes before everything else, whatever its day. */
const FIRST: ReadonlySet<WaitingItem['kind']> = new Set([
  'signed_for_me',
  'contested',
  'changed_since',
  'refused',
  'conflict',
  'reread',
]);

/** How pressing something is. Since some time, as a report to sign, counts as soon. */
export function pressing({ kind, late, due }: WaitingItem, today: string): Pressing {
  if (FIRST.has(kind)) return 'wrong';
  if (late) return 'late';
  return due && daysBetween(today, dayOfDue(due)) <= SOON_DAYS ? 'soon' : 'later';
}
