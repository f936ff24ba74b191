/** The forms that correct what was refused of a ledger: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectLedger from './CorrectLedger.svelte';

export const forms: FormsFor<typeof commands> = {
  addContract: CorrectLedger,
  editContract: CorrectLedger,
  addMilestone: CorrectLedger,
  editMilestone: CorrectLedger,
  addObligation: CorrectLedger,
  editObligation: CorrectLedger,
  setStatement: CorrectLedger,
};
