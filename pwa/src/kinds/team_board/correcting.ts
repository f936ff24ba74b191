/** The forms that correct what was refused of the team's board: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectCover from './CorrectCover.svelte';
import CorrectTask from './CorrectTask.svelte';
import CorrectWeek from './CorrectWeek.svelte';

export const forms: FormsFor<typeof commands> = {
  addTeamTask: CorrectTask,
  editTeamTask: CorrectTask,
  addCover: CorrectCover,
  editCover: CorrectCover,
  addWeekNote: CorrectWeek,
  editWeekNote: CorrectWeek,
};
