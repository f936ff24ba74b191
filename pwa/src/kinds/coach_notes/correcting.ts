/** The form that corrects a note that was refused: a part that is loaded on demand. */
import type { FormsFor } from '../kind.ts';
import CorrectNote from './CorrectNote.svelte';
import type { commands } from './commands.ts';

export const forms: FormsFor<typeof commands> = { addNote: CorrectNote };
