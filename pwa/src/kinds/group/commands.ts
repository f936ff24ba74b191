/** What can be done with a group, and which of it can be corrected in a form. */
import type { GroupCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  foundGroup: true,
  editGroup: true,
  setGroupBody: false,
  joinGroup: false,
  approveInGroup: false,
  addMandate: true,
  editMandate: true,
  standForMandate: false,
  giveMandate: false,
  addMinutes: true,
  editMinutes: true,
  addGroupAction: true,
  editGroupAction: true,
  tickGroupAction: false,
} satisfies CommandsOf<GroupCommand>;
