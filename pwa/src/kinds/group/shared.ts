/** What of groups is loaded on demand. */
export { default as FacilitatorsPart } from './FacilitatorsPart.svelte';
export { default as GroupActionForm } from './GroupActionForm.svelte';
export { default as GroupForm } from './GroupForm.svelte';
export { default as GroupsScreen } from './GroupsScreen.svelte';
export { default as MandateForm } from './MandateForm.svelte';
export { default as MinutesForm } from './MinutesForm.svelte';
