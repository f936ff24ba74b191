/** What is told while the app is closed: a part that is loaded on demand, and where it is used, at each start. */
export { default as NoticesPage } from './NoticesPage.svelte';
export { renew } from './pushing.svelte.ts';
