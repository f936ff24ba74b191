/** What of consultations is loaded on demand. */
export { default as ConsultationForm } from './ConsultationForm.svelte';
export { default as DecisionsScreen } from './DecisionsScreen.svelte';
