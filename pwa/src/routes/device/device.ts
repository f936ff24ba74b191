/** What takes room on this phone, and a diagnostic to hand on: a part that is loaded on demand, and kept ahead of need. */
export { default as DevicePage } from './DevicePage.svelte';
