/** What only those need who keep the accounts: a part that is loaded on demand. */
export { default as AccountsPage } from './AccountsPage.svelte';
export { default as FORMS } from './Forms.svelte';
