/** What can be done with one's notes, and which of it can be corrected in a form. */
import type { NotesCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addNote: true,
  editNote: false,
  setNextTime: false,
} satisfies CommandsOf<NotesCommand>;
