/** What can be done with stories and consents, and which of it can be corrected in a form. */
import type { ConsentCommand, StoryCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addStory: true,
  editStory: true,
  approveStory: false,
  withdrawStory: false,
  addConsent: true,
  editConsent: true,
  askConsent: false,
  answerConsent: false,
} satisfies CommandsOf<StoryCommand | ConsentCommand>;
