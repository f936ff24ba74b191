/** What everybody reads of stories, and what one agrees to oneself: a part that is loaded on demand. */
export { default as ConsentsPage } from './ConsentsPage.svelte';
export { default as NewsPage } from './NewsPage.svelte';
