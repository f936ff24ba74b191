/** What only coaches need: a part that is loaded on demand. */
export { default as NoteForm } from './NoteForm.svelte';
export { default as Notes } from './Notes.svelte';
