/** What can be done with who was at an event, and which of it can be corrected in a form. */
import type { AttendanceCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addVisitor: true,
  editVisitor: true,
  markAttendance: false,
} satisfies CommandsOf<AttendanceCommand>;
