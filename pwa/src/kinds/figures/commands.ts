/** What can be done with the account of shared services, and which of it can be corrected in a form. */
import type { ServicesCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addServiceAccount: true,
  editServiceAccount: true,
  addServiceLine: true,
  editServiceLine: true,
} satisfies CommandsOf<ServicesCommand>;
