/** The forms that correct what was refused of a group: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectGroup from './CorrectGroup.svelte';

export const forms: FormsFor<typeof commands> = {
  foundGroup: CorrectGroup,
  editGroup: CorrectGroup,
  addMandate: CorrectGroup,
  editMandate: CorrectGroup,
  addMinutes: CorrectGroup,
  editMinutes: CorrectGroup,
  addGroupAction: CorrectGroup,
  editGroupAction: CorrectGroup,
};
