/** Entries of an activity, as commands name them and as people call them. */
import type { ActivityEntry, EntryRef } from '../../client/generated/types.ts';

/** An entry of one's own activity of a year. */
export function inActivity(year: number, collection: string, id: string): EntryRef {
  return { kind: 'activity', owner: null, key: String(year).padStart(4, '0'), collection, id };
}

/** What an entry is called. */
export function labelOf(entry: ActivityEntry): string {
  switch (entry.type) {
    case 'journal':
      return entry.text;
    case 'expense':
      return entry.fields.label;
    case 'trip':
      return [entry.fields.from, entry.fields.to].filter(Boolean).join(' – ');
    case 'lead':
      return entry.fields.title;
  }
}
