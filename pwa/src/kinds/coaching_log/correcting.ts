/** The forms that correct what was refused of a coaching log: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import AskForm from './AskForm.svelte';
import type { commands } from './commands.ts';
import CorrectAction from './CorrectAction.svelte';
import CorrectAnswer from './CorrectAnswer.svelte';
import CorrectGoal from './CorrectGoal.svelte';
import CorrectSession from './CorrectSession.svelte';

export const forms: FormsFor<typeof commands> = {
  logSession: CorrectSession,
  editSession: CorrectSession,
  addGoal: CorrectGoal,
  editGoal: CorrectGoal,
  addAction: CorrectAction,
  editAction: CorrectAction,
  askSupport: AskForm,
  answerAsk: CorrectAnswer,
};
