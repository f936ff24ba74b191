/** What everybody is shown of partners: a part that is loaded on demand. */
export { default as CardsPage } from './CardsPage.svelte';
