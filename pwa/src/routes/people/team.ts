/** What only directors need, or who looks after devices: a part that is loaded on demand. */
export { default as DeviceList } from './DeviceList.svelte';
export { default as InvitationCard } from './InvitationCard.svelte';
export { default as PeoplePage } from './PeoplePage.svelte';
export { default as PersonPage } from './PersonPage.svelte';
