/** What can be done with a year of activity, and that all of it can be corrected. */
import type { ActivityCommand, JournalCommand } from '../../client/generated/types.ts';
import type { CommandsOf } from '../../registry/kind.ts';

export const commands = {
  addJournalEntry: true,
  editJournalEntry: true,
  addExpense: true,
  editExpense: true,
  addTrip: true,
  editTrip: true,
  submitLine: false,
  addLead: true,
  editLead: true,
  setForecast: true,
} satisfies CommandsOf<ActivityCommand | JournalCommand>;
