/** What only those need who lead: a part that is loaded on demand. */
export { default as PilotingPage } from './PilotingPage.svelte';
