/** What can be done with the calendar, and which of it can be corrected in a form. */
import type { DutiesCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addDuty: true,
  editDuty: true,
} satisfies CommandsOf<DutiesCommand>;
