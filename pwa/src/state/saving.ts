/** What happens after somebody says "save" or "remove": the same everywhere, with a way back. */
import type { Command, EntryRef, Intent } from '../client/generated/types.ts';
import type { Correction } from '../lib/correction.ts';
import { type Given, doing, give } from './app.svelte.ts';
import type { Draft, Fields } from './drafts.svelte.ts';
import { language } from './language.svelte.ts';
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

/** Gives a form's command, in place of a refused one where it corrects it. The draft goes only once the disk has it. */
export async function save<F extends Fields>(
  command: Command,
  form: Draft<F>,
  done: () => void,
  correction?: Correction,
): Promise<void> {
  const intent: Intent = correction
    ? { type: 'retry', item: correction.item, command, base: null }
    : doing(command);
  if (await act(intent)) {
    form.clear();
    toasts.show({ text: language.t.common.saved, tone: 'plain' });
    done();
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
