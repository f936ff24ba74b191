/** What of consultations is loaded on demand. */
export { default as ConsultationForm } from './ConsultationForm.svelte';
export { default as DecisionsScreen } from './DecisionsScreen.svelte';
export { default as OutcomeForm } from './OutcomeForm.svelte';
export { default as StancePart } from './StancePart.svelte';
