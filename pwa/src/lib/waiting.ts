/** What waits, in the four parts that *Today* shows. The replica gives it in this order already. */
import type { WaitingItem } from '../client/generated/types.ts';
import { EACH } from '../kinds/all.ts';
import type { AllWaits } from '../kinds/kind.ts';
import { dayOf, daysBetween } from './dates.ts';
import { merged } from './merged.ts';

export type Pressing = 'wrong' | 'late' | 'soon' | 'later';

/** Due within so many days is soon: as the replica counts (`client-wasm/src/views/today.rs`). */
const SOON_DAYS = 7;

/** The day by which, whether a day or an instant was given. */
export const dayOfDue = (due: string): string => (due.length > 10 ? dayOf(due) : due);

/** What waits whatever the kind of document. */
const OWN = {
  refused: { icon: 'alert', first: true },
  conflict: { icon: 'alert', first: true },
  reread: { icon: 'alert', first: true },
} satisfies AllWaits;

/** How each of what waits is shown. */
export const WAITS: Required<AllWaits> = merged(
  OWN,
  EACH.map(({ waits }) => waits),
);

/** How pressing something is. Since some time, as a report to sign, counts as soon. */
export function pressing({ kind, late, due }: WaitingItem, today: string): Pressing {
  if (WAITS[kind].first) return 'wrong';
  if (late) return 'late';
  return due && daysBetween(today, dayOfDue(due)) <= SOON_DAYS ? 'soon' : 'later';
}
