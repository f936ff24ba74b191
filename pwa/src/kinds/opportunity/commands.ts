/** What can be done with an opportunity, and which of it can be corrected in a form. */
import type { OpportunityCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addOpportunity: true,
  editOpportunity: true,
  followOpportunity: false,
  commentOpportunity: false,
  assessOpportunity: false,
  decideOpportunity: false,
  editExperiment: true,
  addOpportunityAction: true,
  editOpportunityAction: true,
} satisfies CommandsOf<OpportunityCommand>;
