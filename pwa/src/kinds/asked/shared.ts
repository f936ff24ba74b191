/** What members ask of the reader: a part that is loaded on demand. */
export { default as AskedPage } from './AskedPage.svelte';
