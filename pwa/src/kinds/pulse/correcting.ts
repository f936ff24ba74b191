/** The form that corrects what was refused of how one is doing: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectBeat from './CorrectBeat.svelte';

export const forms: FormsFor<typeof commands> = { addBeat: CorrectBeat, editBeat: CorrectBeat };
