/** What is asked of those who were there: a part that is loaded on demand. */
export { default as RateEvent } from './RateEvent.svelte';
