/** Who reads and who writes what about the reader: a part that is loaded on demand. */
export { default as AccessPage } from './AccessPage.svelte';
