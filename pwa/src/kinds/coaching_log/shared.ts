/** What goes out of a session on paper or as a file, and what is asked after it: a part that is loaded on demand. */
export { default as LeavingPaper } from './LeavingPaper.svelte';
export { default as RateForm } from './RateForm.svelte';
