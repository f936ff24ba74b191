/** The French texts of registers that every phone has. */

export const fr = {
  nav: {
    followUp: 'Entretiens',
  },
  more: {
    followUp: 'Suivi des entretiens',
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
