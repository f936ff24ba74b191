/** Entries whose date is of another year: made there, removed here, and told so. */
import type { Command, EntryRef } from '../../client/generated/types.ts';
import { doing } from '../../state/app.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { act } from '../../state/saving.ts';
import type { Toast } from '../../state/toasts.svelte.ts';
import { language } from '../language.ts';
import { otherYear } from './elsewhere.ts';
import { type ActivityTab, activityPath } from './paths.ts';

/** How the entry that was moved last is put back. */
let back: (() => Promise<void>) | undefined;

/** The commands that move an entry: nothing is removed before it stands where it goes. */
export function moving(add: Command & { id: string }, entry: EntryRef): Command[] {
  back = async () => {
    if (await act(doing({ type: 'remove', entry, removed: false }))) {
      const key = dateOf(add).slice(0, 4);
      await act(doing({ type: 'remove', entry: { ...entry, key, id: add.id }, removed: true }));
    }
  };
  return [add, { type: 'remove', entry, removed: true }];
}

/** Where an entry went, when it is not in the year on the screen. */
export function whereTo(
  tab: ActivityTab,
  date: string | undefined,
  { year, id, isNew }: { year: number; id: string; isNew: boolean },
): Toast | undefined {
  const { t } = language;
  const other = otherYear(date, year);
  if (!other) return undefined;
  if (!isNew) {
    const undo = back;
    return {
      text: t.field.movedTo(other),
      tone: 'plain',
      ...(undo ? { action: { label: t.common.undo, run: () => void undo() } } : {}),
    };
  }
  const run = (): void => router.go(activityPath(null, Number(other), tab, id));
  return { text: t.field.inYear(other), tone: 'plain', action: { label: t.field.see, run } };
}

function dateOf(add: Command): string {
  switch (add.type) {
    case 'addExpense':
      return add.expense.date;
    case 'addTrip':
      return add.trip.date;
    case 'addJournalEntry':
      return add.date;
    default:
      return '';
  }
}
