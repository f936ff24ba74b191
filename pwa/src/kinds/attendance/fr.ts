/** The French texts of who was at events, as far as every phone has them. */

export const fr = {
  attendance: {
    mine: 'Mes présences',
    presences: { present: 'Présent·e', excused: 'Excusé·e', absent: 'Absent·e' },
  },
  sync: {
    kinds: {
      attendance: 'Feuille de présence',
      attended: 'Mes présences',
    },
  },
  refused: {
    kinds: {
      attendance: 'Feuille de présence',
      attended: 'Mes présences',
    },
  },
  conflict: {
    fields: {
      organisation: 'Organisme',
    },
  },
};
