/** The French texts of how one is doing that every phone has. */

export const fr = {
  more: {
    pulse: 'Comment je vais',
  },
  pulse: {
    fields: {
      day: 'Jour',
      score: 'De 1 à 5',
    } as Record<string, string>,
  },
  sync: {
    kinds: {
      pulse: 'Comment je vais',
    },
  },
  refused: {
    kinds: {
      pulse: 'Comment je vais',
    },
  },
};
