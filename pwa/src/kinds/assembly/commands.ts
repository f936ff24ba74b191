/** What can be done with an assembly, and which of it can be corrected in a form. */
import type { AssemblyCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addAssembly: true,
  editAssembly: true,
  setAssemblyStatus: false,
  giveAssemblyProxy: false,
  addAgendaItem: true,
  editAgendaItem: true,
  addAssemblyDocument: true,
  editAssemblyDocument: true,
  addResolution: true,
  editResolution: true,
  lockResolution: false,
} satisfies CommandsOf<AssemblyCommand>;
