/** The forms that correct what was refused of an activity: a part that is loaded on demand. */
import type { FormsFor } from '../../registry/kind.ts';
import type { commands } from './commands.ts';
import CorrectEntry from './CorrectEntry.svelte';
import CorrectForecast from './CorrectForecast.svelte';
import CorrectNewEntry from './CorrectNewEntry.svelte';

export const forms: FormsFor<typeof commands> = {
  addJournalEntry: CorrectNewEntry,
  addExpense: CorrectNewEntry,
  addTrip: CorrectNewEntry,
  addLead: CorrectNewEntry,
  editJournalEntry: CorrectEntry,
  editExpense: CorrectEntry,
  editTrip: CorrectEntry,
  editLead: CorrectEntry,
  setForecast: CorrectForecast,
};
