/** The English texts of what members ask of the reader that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  today: {
    kind: {
      of_me: 'Request sent to you',
    },
  },
  sync: {
    kinds: {
      asked: 'Requests sent to you',
    },
  },
  refused: {
    kinds: {
      asked: 'Request sent to you',
    },
  },
};
