/** The English texts of the notes themselves. */
import type { fr } from './fr_team.ts';

export const en: typeof fr = {
  noNotes: 'No note.',
  noNotesHint: 'Your notes about this person. Only you can read them.',
  privateNotes: 'Only you read these notes.',
  note: 'Note',
  nextTime: 'For next time',
  text: 'Text',
};
