/** What can be done with a partner, and which of it can be corrected in a form. */
import type { PartnerCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addPartner: true,
  editPartner: true,
  addPartnerContact: true,
  editPartnerContact: true,
  addPartnerInteraction: true,
  editPartnerInteraction: true,
  addPartnerAgreement: true,
  editPartnerAgreement: true,
} satisfies CommandsOf<PartnerCommand>;
