/** What only those need who tell stories: a part that is loaded on demand. */
export { default as DeskPage } from './DeskPage.svelte';
