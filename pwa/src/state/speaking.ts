/** Another language, and what is said when it cannot be had. */
import { language } from '../lib/i18n/language.svelte.ts';
import type { Language } from '../lib/i18n/languages.ts';
import { toasts } from './toasts.svelte.ts';

/** Shows and keeps another language; says so when it is neither on this phone nor to be had now. */
export async function speak(wanted: Language): Promise<void> {
  if (!(await language.set(wanted))) toasts.show({ text: language.t.common.notOnPhoneYet, tone: 'bad' });
}
