/** The form that corrects what was refused of a visitor: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectVisitor from './CorrectVisitor.svelte';

export const forms: FormsFor<typeof commands> = { addVisitor: CorrectVisitor, editVisitor: CorrectVisitor };
