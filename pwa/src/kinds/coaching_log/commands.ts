/** What can be done with a coaching log, and which of it can be corrected in a form. */
import type { CoachingCommand, SessionChanges } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

/** What the form of a session's appointment holds; its report is written on its page. */
const APPOINTMENT: ReadonlySet<string> = new Set<keyof SessionChanges>([
  'startsAt',
  'minutes',
  'mode',
  'place',
  'sessionType',
  'statutory',
  'status',
  'memberPresent',
]);

export const commands = {
  logSession: true,
  editSession: ({ changes }) => Object.keys(changes).every((field) => APPOINTMENT.has(field)),
  prepareSession: false,
  signSession: false,
  contestSignature: false,
  confirmSignature: false,
  rateSession: false,
  addGoal: true,
  editGoal: true,
  addAction: true,
  editAction: true,
  askSupport: true,
  editAsk: false,
  sendAsk: false,
  answerAsk: true,
} satisfies CommandsOf<CoachingCommand>;
