/** A member's frame: a part that is loaded on demand. */
export { default as BriefAccounts } from './BriefAccounts.svelte';
export { default as FramePage } from './FramePage.svelte';
