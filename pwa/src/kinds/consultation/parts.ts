/** The screens and forms of consultations: loaded on demand, by who is asked or asks. */
import { Part } from '../../lib/parts.svelte.ts';

const from = <T>(of: (all: typeof import('./shared.ts')) => T): Part<T> =>
  new Part('shared', () => import('./shared.ts').then(of));

export const decisionsScreen = from(({ DecisionsScreen }) => DecisionsScreen);
export const consultationForm = from(({ ConsultationForm }) => ConsultationForm);
/** One's answer, and what came of all of them: to be corrected. */
export const stancePart = from(({ StancePart }) => StancePart);
export const outcomeForm = from(({ OutcomeForm }) => OutcomeForm);
