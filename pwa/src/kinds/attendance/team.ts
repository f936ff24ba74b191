/** What only those need who hold events: a part that is loaded on demand. */
export { default as AttendanceScreen } from './AttendanceScreen.svelte';
export { default as SheetLink } from './SheetLink.svelte';
export { default as VisitorForm } from './VisitorForm.svelte';
