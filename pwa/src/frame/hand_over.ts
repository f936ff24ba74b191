/** One phone shows what it has to say to another: a part that is loaded on demand, and kept ahead of need. */
export { default as HandOverSheet } from './HandOverSheet.svelte';
