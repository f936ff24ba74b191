/** The forms that correct what was refused of an assembly: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectAssembly from './CorrectAssembly.svelte';

export const forms: FormsFor<typeof commands> = {
  addAssembly: CorrectAssembly,
  editAssembly: CorrectAssembly,
  addAgendaItem: CorrectAssembly,
  editAgendaItem: CorrectAssembly,
  addAssemblyDocument: CorrectAssembly,
  editAssemblyDocument: CorrectAssembly,
  addResolution: CorrectAssembly,
  editResolution: CorrectAssembly,
};
