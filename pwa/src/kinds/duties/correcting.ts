/** The form that corrects what was refused of the calendar: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectDuty from './CorrectDuty.svelte';

export const forms: FormsFor<typeof commands> = { addDuty: CorrectDuty, editDuty: CorrectDuty };
