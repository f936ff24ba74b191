/** The figures of all, and the account of shared services: a part that is loaded on demand. */
import AccountForm from './AccountForm.svelte';
import ServiceLineForm from './ServiceLineForm.svelte';

export { default as FiguresScreen } from './FiguresScreen.svelte';
export const forms = { AccountForm, ServiceLineForm };
