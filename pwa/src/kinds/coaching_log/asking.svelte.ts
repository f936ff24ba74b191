/** The questions of a session that its coach is shown, from what their phone knows of the member. */
import type { SessionSheet } from '../../client/generated/types.ts';
import { app } from '../../state/app.svelte.ts';
import { live } from '../../state/live.svelte.ts';
import { language } from '../language.ts';
import { questions } from './parts.ts';
import type { Spot } from './questions.ts';

/** Answers the questions of a field; none for whom they are not. */
export function asking(session: () => SessionSheet): (spot: Spot) => string[] {
  const isAsked = $derived(app.isCoach && session().row.member !== app.member && session().row.info.mayEdit);
  const member = $derived(session().row.member);
  const profile = live(() => (isAsked ? { view: 'profile', member } : null));
  const ledger = live(() => (isAsked ? { view: 'ledger', member } : null));
  const guide = live(() => (isAsked ? { view: 'guide', search: '' } : null));
  $effect(() => {
    if (isAsked) void questions.load();
  });
  const template = $derived({
    type: session().fields.sessionType,
    stage: ledger.data?.stage ?? (profile.data?.associate ? 'associate' : (profile.data?.stage ?? null)),
    sector: profile.data?.sector ?? null,
    sheet: guide.data?.lines ?? [],
  });
  return (spot) => (isAsked && questions.screens?.(language.current, spot, template)) || [];
}
