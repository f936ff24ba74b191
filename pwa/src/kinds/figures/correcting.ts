/** The forms that correct what was refused of the account: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectServices from './CorrectServices.svelte';

export const forms: FormsFor<typeof commands> = {
  addServiceAccount: CorrectServices,
  editServiceAccount: CorrectServices,
  addServiceLine: CorrectServices,
  editServiceLine: CorrectServices,
};
