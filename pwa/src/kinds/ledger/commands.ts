/** What can be done with a ledger, and which of it can be corrected in a form. */
import type { LedgerCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addContract: true,
  editContract: true,
  addMilestone: true,
  editMilestone: true,
  addObligation: true,
  editObligation: true,
  setStatement: true,
  tickObligation: false,
  decideLine: false,
  closeMonth: false,
} satisfies CommandsOf<LedgerCommand>;
