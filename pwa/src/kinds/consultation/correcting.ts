/** The forms that correct what was refused of a consultation: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectAnswer from './CorrectAnswer.svelte';
import CorrectConsultation from './CorrectConsultation.svelte';

export const forms: FormsFor<typeof commands> = {
  addConsultation: CorrectConsultation,
  editConsultation: CorrectConsultation,
  publishOutcome: CorrectAnswer,
  takeStance: CorrectAnswer,
};
