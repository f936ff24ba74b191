/** The French texts of the figures that every phone has. */

export const fr = {
  more: {
    piloting: 'Pilotage',
  },
  sync: {
    kinds: {
      indicators: 'Indicateurs',
    },
  },
  refused: {
    kinds: {
      indicators: 'Indicateurs',
    },
  },
};
