/** What only the team needs: a part that is loaded on demand. */
import CoverForm from './CoverForm.svelte';
import TaskForm from './TaskForm.svelte';
import WeekForm from './WeekForm.svelte';

export { default as TeamBoardPage } from './TeamBoardPage.svelte';
export const forms = { CoverForm, TaskForm, WeekForm };
