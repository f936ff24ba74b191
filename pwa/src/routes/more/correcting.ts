/** What only those need of whom something was refused: a part of the app that is loaded on demand. */
export { default as CorrectionSheet } from './CorrectionSheet.svelte';
