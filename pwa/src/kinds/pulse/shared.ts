/** How one is doing: a part that is loaded on demand. */
export { default as BeatForm } from './BeatForm.svelte';
export { default as PulsePage } from './PulsePage.svelte';
