/** What only those need who accompany, organise or direct, or look after devices: a part that is loaded on demand. */
export { default as DeviceList } from '../../components/DeviceList.svelte';
export { default as InvitationCard } from '../../components/InvitationCard.svelte';
export { default as AnswerForm } from '../../kinds/coaching_log/AnswerForm.svelte';
export { default as NoteForm } from '../../kinds/coach_notes/NoteForm.svelte';
export { default as Notes } from '../../kinds/coach_notes/Notes.svelte';
export { default as PortfolioScreen } from '../../kinds/coaching_log/PortfolioScreen.svelte';
export { default as EventForm } from '../../kinds/event/EventForm.svelte';
export { default as PeoplePage } from '../people/PeoplePage.svelte';
export { default as PersonPage } from '../people/PersonPage.svelte';
