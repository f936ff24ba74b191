/** The form that corrects a note that was refused: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectNote from './CorrectNote.svelte';

export const forms: FormsFor<typeof commands> = { addNote: CorrectNote };
