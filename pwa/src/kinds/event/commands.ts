/** What can be done with an event, and which of it can be corrected in a form. */
import type { AnswerCommand, EventCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  createEvent: true,
  editEvent: true,
  answerEvent: false,
  rateEvent: false,
} satisfies CommandsOf<EventCommand | AnswerCommand>;
