/** What can be done with the team's board, and which of it can be corrected in a form. */
import type { TeamBoardCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addTeamTask: true,
  editTeamTask: true,
  addCover: true,
  editCover: true,
  addWeekNote: true,
  editWeekNote: true,
} satisfies CommandsOf<TeamBoardCommand>;
