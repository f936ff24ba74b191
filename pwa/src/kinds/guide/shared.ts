/** The guide: a part that is loaded on demand. */
import GuidePageForm from './GuidePageForm.svelte';
import SectorLineForm from './SectorLineForm.svelte';
import TopicPersonForm from './TopicPersonForm.svelte';

export { default as SectorBrief } from './SectorBrief.svelte';
export { default as GuideScreen } from './GuideScreen.svelte';
export const forms = { GuidePageForm, SectorLineForm, TopicPersonForm };
