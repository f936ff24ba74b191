/** What can be done with the guide, and which of it can be corrected in a form. */
import type { GuideCommand, ProgressCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addGuidePage: true,
  editGuidePage: true,
  addSectorLine: true,
  editSectorLine: true,
  addTopicPerson: true,
  editTopicPerson: true,
  tickGuide: false,
  readGuidePage: false,
} satisfies CommandsOf<GuideCommand | ProgressCommand>;
