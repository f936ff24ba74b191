/** What happens after somebody does a thing: the same words everywhere, and a way back. */
import type { EntryRef, Intent } from '../client/generated/types.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { type Given, doing, give } from './app.svelte.ts';
import { toasts } from './toasts.svelte.ts';

/** Why an intent was not done, in words; `null` when it was, or when there was nothing to do. */
export function complaint(given: Given): string | null {
  const { common, errors } = language.t;
  switch (given.outcome) {
    case 'saved':
    case 'noChange':
      return null;
    case 'rejected':
      return `${common.notSaved} ${errors[given.code]}`;
    case 'notSaved':
      return given.full ? common.full : common.notSavedRetry;
    case 'failed':
      return errors[given.reason];
  }
}

/** Gives an intent that needs no form, and tells only what went wrong. */
export async function act(intent: Intent): Promise<boolean> {
  const words = complaint(await give(intent));
  if (words !== null) toasts.show({ text: words, tone: 'bad' });
  return words === null;
}

/** Removes an entry at once and offers to take it back, rather than asking first. */
export async function remove(entry: EntryRef): Promise<boolean> {
  const removed = await act(doing({ type: 'remove', entry, removed: true }));
  if (removed) {
    toasts.show({
      text: language.t.common.removed,
      tone: 'plain',
      action: {
        label: language.t.common.undo,
        run: () => void act(doing({ type: 'remove', entry, removed: false })),
      },
    });
  }
  return removed;
}
