/** Imports: a part that is loaded on demand, with the library that reads CSV. */
export { default as ImportTab } from './import/ImportTab.svelte';
