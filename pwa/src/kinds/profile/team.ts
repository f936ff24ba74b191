/** What only the team does with the directory: a part that is loaded on demand. */
export { default as MembersCsv } from './MembersCsv.svelte';
