/** What waits and what comes up, as the kinds show it. The replica gives both in their order. */
import type { Component } from 'svelte';

import type { Next, Wait } from '../client/generated/types.ts';
import { dayOf } from '../lib/dates.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { AllWaits, Waits } from './kind.ts';
import { known } from './known.ts';

/** The day by which, whether a day or an instant was given. */
export const dayOfDue = (due: string): string => (due.length > 10 ? dayOf(due) : due);

/** What waits whatever the kind of document. */
export const OF_ANY_KIND = {
  whole: {
    refused: { icon: 'alert', text: (t) => t.today.kind.refused },
    conflict: { icon: 'alert', text: (t) => t.today.kind.conflict },
    reread: { icon: 'alert', text: (t) => t.today.kind.reread },
  },
} satisfies AllWaits<Catalogue>;

/** How something that waits is shown. */
export function waitsFor({ kind, word }: Wait): Waits<Catalogue> {
  // The table says that they fit.
  return (known().waits[kind] as Record<string, Waits<Catalogue>>)[word] as Waits<Catalogue>;
}

/** The line of something that comes up, as its kind draws it: every phone has it. */
export function lineOf({ kind }: Next): Component<{ row: never }> {
  return known().next[kind].screens as Component<{ row: never }>;
}
