/** The English texts of registers that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  nav: {
    followUp: 'Interviews',
  },
  more: {
    followUp: 'Follow-up of interviews',
    memberYear: 'Year',
  },
  sync: {
    kinds: {
      register: 'Register of sessions',
    },
  },
  refused: {
    kinds: {
      register: 'Register of sessions',
    },
  },
};
