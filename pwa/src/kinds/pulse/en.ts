/** The English texts of how one is doing that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    pulse: 'How I am doing',
  },
  pulse: {
    fields: {
      day: 'Day',
      score: 'From 1 to 5',
    },
  },
  sync: {
    kinds: {
      pulse: 'How I am doing',
    },
  },
  refused: {
    kinds: {
      pulse: 'How I am doing',
    },
  },
};
