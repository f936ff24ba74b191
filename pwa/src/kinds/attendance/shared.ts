/** Where one was oneself: a part that is loaded on demand. */
export { default as AttendedAt } from './AttendedAt.svelte';
export { default as AttendedPage } from './AttendedPage.svelte';
