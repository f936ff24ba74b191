/** The English texts of a coach’s notes. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  coaching: {
    tabs: {
      notes: 'My notes',
    },
    newNote: 'New note',
  },
  sync: {
    kinds: {
      coach_notes: 'Notes',
    },
  },
  refused: {
    kinds: {
      coach_notes: 'Private notes',
    },
  },
  reread: {
    fields: {
      nextTime: 'For next time',
    },
  },
};
