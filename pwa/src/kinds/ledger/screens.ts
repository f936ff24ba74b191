/** Puts what every phone has in its place. */
import LineNote from './LineNote.svelte';
import { lineNote, stateChip, submitMonth } from './parts.ts';
import StateChip from './StateChip.svelte';
import SubmitMonth from './SubmitMonth.svelte';

stateChip.screens = StateChip;
lineNote.screens = LineNote;
submitMonth.screens = SubmitMonth;
