/** The French texts of a coach’s notes. */

export const fr = {
  coaching: {
    tabs: {
      notes: 'Mes notes',
    },
    newNote: 'Nouvelle note',
  },
  sync: {
    kinds: {
      coach_notes: 'Notes',
    },
  },
  refused: {
    kinds: {
      coach_notes: 'Notes privées',
    },
  },
  reread: {
    fields: {
      nextTime: 'Pour la prochaine fois',
    },
  },
};
