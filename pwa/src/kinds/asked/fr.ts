/** The French texts of what members ask of the reader that every phone has. */

export const fr = {
  today: {
    kind: {
      of_me: 'Demande qui vous est adressée',
    },
  },
  sync: {
    kinds: {
      asked: 'Demandes qui vous sont adressées',
    },
  },
  refused: {
    kinds: {
      asked: 'Demande qui vous est adressée',
    },
  },
};
