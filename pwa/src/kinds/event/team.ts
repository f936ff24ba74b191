/** What only those need who organise: a part that is loaded on demand. */
export { default as EventForm } from './EventForm.svelte';
export { default as GuestList } from './GuestList.svelte';
