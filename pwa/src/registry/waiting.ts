/** What waits and what comes up, as the kinds show it. The replica gives both in their order. */
import type { Component } from 'svelte';

import type { Next, Wait } from '../client/generated/types.ts';
import { EACH } from '../kinds/all.ts';
import type { Catalogue } from '../kinds/catalogue.ts';
import { dayOf } from '../lib/dates.ts';
import { fr } from '../lib/i18n/fr.ts';
import { merged } from '../lib/merged.ts';
import type { AllNext, AllWaits, Waits } from './kind.ts';

/** The day by which, whether a day or an instant was given. */
export const dayOfDue = (due: string): string => (due.length > 10 ? dayOf(due) : due);

/** What waits whatever the kind of document. */
const OWN = {
  whole: {
    refused: { icon: 'alert', text: (t) => t.today.kind.refused },
    conflict: { icon: 'alert', text: (t) => t.today.kind.conflict },
    reread: { icon: 'alert', text: (t) => t.today.kind.reread },
  },
} satisfies AllWaits<typeof fr>;

/** How each of what waits is shown. */
export const WAITS: Required<AllWaits<Catalogue>> = merged(
  OWN,
  EACH.map(({ waits }) => waits),
);

/** The line of each of what comes up. */
const NEXT: Required<AllNext> = merged(
  {},
  EACH.map(({ next }) => next),
);

/** How something that waits is shown. */
export function waitsFor({ kind, word }: Wait): Waits<Catalogue> {
  // The table says that they fit.
  return (WAITS[kind] as Record<string, Waits<Catalogue>>)[word] as Waits<Catalogue>;
}

/** The line of something that comes up, as its kind draws it: every phone has it. */
export function lineOf({ kind }: Next): Component<{ row: never }> {
  return NEXT[kind].screens as Component<{ row: never }>;
}
