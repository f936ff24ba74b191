/** One phone reads what another has to say: a part that is loaded on demand, and kept ahead of need. */
export { default as ReceivePage } from './ReceivePage.svelte';
