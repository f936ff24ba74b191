/** What of assemblies is loaded on demand. */
export { default as AgendaForm } from './AgendaForm.svelte';
export { default as AssembliesScreen } from './AssembliesScreen.svelte';
export { default as AssemblyForm } from './AssemblyForm.svelte';
export { default as DocumentForm } from './DocumentForm.svelte';
export { default as ResolutionForm } from './ResolutionForm.svelte';
