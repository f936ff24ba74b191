/** What is asked of those who were there, and what is given for a calendar: parts that are loaded on demand. */
export { default as CalendarButton } from './CalendarButton.svelte';
export { default as RateEvent } from './RateEvent.svelte';
