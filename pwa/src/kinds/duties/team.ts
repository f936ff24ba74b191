/** What only the team needs of the calendar: a part that is loaded on demand. */
export { default as DutiesPage } from './DutiesPage.svelte';
export { default as DutyForm } from './DutyForm.svelte';
