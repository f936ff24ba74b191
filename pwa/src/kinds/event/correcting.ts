/** The form that corrects what was refused of an event: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectEvent from './CorrectEvent.svelte';

export const forms: FormsFor<typeof commands> = { createEvent: CorrectEvent, editEvent: CorrectEvent };
