/** What only the team does for the board: a part that is loaded on demand. */
export { default as CallsPage } from './CallsPage.svelte';
