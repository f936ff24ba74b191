/** What is seen now and then by everybody: a part that is loaded on demand. */
export { default as EntryHistory } from './EntryHistory.svelte';
export { default as FileViewer } from './FileViewer.svelte';
