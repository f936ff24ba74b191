/** The English texts of the figures that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    piloting: 'Steering',
  },
  sync: {
    kinds: {
      indicators: 'Indicators',
    },
  },
  refused: {
    kinds: {
      indicators: 'Indicators',
    },
  },
};
