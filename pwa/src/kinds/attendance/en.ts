/** The English texts of who was at events, as far as every phone has them. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  attendance: {
    mine: 'My attendance',
    presences: { present: 'Present', excused: 'Excused', absent: 'Absent' },
  },
  sync: {
    kinds: {
      attendance: 'Attendance sheet',
      attended: 'My attendance',
    },
  },
  refused: {
    kinds: {
      attendance: 'Attendance sheet',
      attended: 'My attendance',
    },
  },
  conflict: {
    fields: {
      organisation: 'Organisation',
    },
  },
};
