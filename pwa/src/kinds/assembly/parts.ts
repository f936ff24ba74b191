/** The screens and forms of assemblies: loaded on demand, by who looks at how the cooperative governs itself. */
import { Part } from '../../lib/parts.svelte.ts';

const from = <T>(of: (all: typeof import('./shared.ts')) => T): Part<T> =>
  new Part('shared', () => import('./shared.ts').then(of));

export const assembliesScreen = from(({ AssembliesScreen }) => AssembliesScreen);
export const assemblyForm = from(({ AssemblyForm }) => AssemblyForm);
export const agendaForm = from(({ AgendaForm }) => AgendaForm);
export const documentForm = from(({ DocumentForm }) => DocumentForm);
export const resolutionForm = from(({ ResolutionForm }) => ResolutionForm);
