/** Says what came of something that was asked of the browser and the relay. */
import type { JoinFailure } from '../../client/messages.ts';
import { language } from '../../lib/i18n/language.svelte.ts';
import { toasts } from '../../state/toasts.svelte.ts';
import { TEXTS } from './notices_texts.ts';
import type { Done } from './pushing.svelte.ts';

/** Why the relay did not do what was asked. One that is newer than this app may have a reason of its own. */
export function reason(code: JoinFailure): string {
  const { errors, people } = language.t;
  if (code === 'unreachable') return people.unreachable;
  return TEXTS[language.current].problems[code] ?? errors[code] ?? errors.unknown_reason;
}

/** Says these words when it was done, else why not, in words of its own where it has some. Answers whether it was. */
export function tell(done: Done, words: string, own: Partial<Record<JoinFailure, string>> = {}): boolean {
  if (done.ok) toasts.show({ text: words, tone: 'plain' });
  else {
    const text =
      done.code === 'unserved' ? TEXTS[language.current].unserved : (own[done.code] ?? reason(done.code));
    toasts.show({ text, tone: 'bad' });
  }
  return done.ok;
}
