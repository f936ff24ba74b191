/** Questions to the relay that are not sync, and what is said when they fail. */
import type { JoinFailure, Online } from '../client/messages.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { toasts } from './toasts.svelte.ts';

/** A question to the relay. Never rejects: a worker that failed is a silence too. */
export function online<T>(question: Promise<Online<T>>): Promise<Online<T>> {
  return question.catch((): Online<T> => ({ ok: false, code: 'unreachable' }));
}

/** Says why the relay did not do what was asked. */
export function complain(code: JoinFailure, words?: string): void {
  const { errors, people } = language.t;
  const text = code === 'unreachable' ? people.unreachable : (words ?? errors[code]);
  toasts.show({ text, tone: 'bad' });
}
