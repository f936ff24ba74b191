/** The forms that correct what was refused of stories and consents: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectConsent from './CorrectConsent.svelte';
import CorrectStory from './CorrectStory.svelte';

export const forms: FormsFor<typeof commands> = {
  addStory: CorrectStory,
  editStory: CorrectStory,
  addConsent: CorrectConsent,
  editConsent: CorrectConsent,
};
