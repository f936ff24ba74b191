/** Which refused things can be corrected in a form, and what helps most with each. */
import type { Command, ErrorCode, RefusedItem } from '../client/generated/types.ts';

const WITH_FORM: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'addJournalEntry',
  'editJournalEntry',
  'addExpense',
  'editExpense',
  'addTrip',
  'editTrip',
  'addLead',
  'editLead',
  'setForecast',
  'logSession',
  'addGoal',
  'editGoal',
  'addAction',
  'editAction',
  'askSupport',
  'answerAsk',
  'addNote',
  'createEvent',
  'editEvent',
]);

/** What the form of a session's appointment holds; its report is written on its page. */
const APPOINTMENT: ReadonlySet<string> = new Set([
  'startsAt',
  'minutes',
  'mode',
  'place',
  'sessionType',
  'statutory',
  'status',
  'memberPresent',
]);

/** Reasons that another value answers; the others are answered by trying again, or by nobody here. */
const OF_VALUES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad_value',
  'bad_shape',
  'bad_path',
  'invalid_command',
  'too_big',
  'too_many_ops',
]);

/** Whether there is a form that shows all of what was refused. What is in a folder of others is out of reach by now. */
export function isCorrectable({ command, barred }: RefusedItem): boolean {
  if (!command || barred) return false;
  if (command.type !== 'editSession') return WITH_FORM.has(command.type);
  return Object.keys(command.changes).every((field) => APPOINTMENT.has(field));
}

/** Whether the same again may be taken: never what both sides signed, of which an amendment is offered. */
export function mayRetry({ code }: RefusedItem): boolean {
  return code !== 'closed';
}

/** Whether the reason lies in what was typed. */
export function isOfValues({ code }: RefusedItem): boolean {
  return OF_VALUES.has(code);
}
