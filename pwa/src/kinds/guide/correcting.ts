/** The forms that correct what was refused of the guide: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectLine from './CorrectLine.svelte';
import CorrectPage from './CorrectPage.svelte';
import CorrectTopic from './CorrectTopic.svelte';

export const forms: FormsFor<typeof commands> = {
  addGuidePage: CorrectPage,
  editGuidePage: CorrectPage,
  addSectorLine: CorrectLine,
  editSectorLine: CorrectLine,
  addTopicPerson: CorrectTopic,
  editTopicPerson: CorrectTopic,
};
