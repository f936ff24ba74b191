/** What only the team needs of partners: a part that is loaded on demand. */
export { default as AgreementForm } from './AgreementForm.svelte';
export { default as ContactForm } from './ContactForm.svelte';
export { default as InteractionForm } from './InteractionForm.svelte';
export { default as PartnerForm } from './PartnerForm.svelte';
export { default as PartnersPage } from './PartnersPage.svelte';
