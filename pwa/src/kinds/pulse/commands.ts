/** What can be done with how one is doing, and which of it can be corrected in a form. */
import type { PulseCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addBeat: true,
  editBeat: true,
} satisfies CommandsOf<PulseCommand>;
