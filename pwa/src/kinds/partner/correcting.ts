/** The form that corrects what was refused of a partner: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectPartner from './CorrectPartner.svelte';

export const forms: FormsFor<typeof commands> = {
  addPartner: CorrectPartner,
  editPartner: CorrectPartner,
  addPartnerContact: CorrectPartner,
  editPartnerContact: CorrectPartner,
  addPartnerInteraction: CorrectPartner,
  editPartnerInteraction: CorrectPartner,
  addPartnerAgreement: CorrectPartner,
  editPartnerAgreement: CorrectPartner,
};
