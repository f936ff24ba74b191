/** A member's frame: a part that is loaded on demand. */
export { default as FramePage } from './FramePage.svelte';
export { default as StatementTable } from './StatementTable.svelte';
