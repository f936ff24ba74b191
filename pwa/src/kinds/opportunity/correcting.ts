/** The form that corrects what was refused of an opportunity: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectOpportunity from './CorrectOpportunity.svelte';

export const forms: FormsFor<typeof commands> = {
  addOpportunity: CorrectOpportunity,
  editOpportunity: CorrectOpportunity,
  editExperiment: CorrectOpportunity,
  addOpportunityAction: CorrectOpportunity,
  editOpportunityAction: CorrectOpportunity,
};
