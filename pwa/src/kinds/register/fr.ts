/** The French texts of registers that every phone has. */

export const fr = {
  nav: {
    followUp: 'Entretiens',
  },
  more: {
    followUp: 'Suivi des entretiens',
    /** One member's sessions of a year. */
    memberYear: 'Année',
  },
  sync: {
    kinds: {
      register: 'Registre des séances',
    },
  },
  refused: {
    kinds: {
      register: 'Registre des séances',
    },
  },
};
