/** The screens of opportunities: a part that is loaded on demand. */
export { default as ActionForm } from './ActionForm.svelte';
export { default as ActionsPage } from './ActionsPage.svelte';
export { default as ExperimentForm } from './ExperimentForm.svelte';
export { default as OpportunitiesPage } from './OpportunitiesPage.svelte';
export { default as OpportunityForm } from './OpportunityForm.svelte';
