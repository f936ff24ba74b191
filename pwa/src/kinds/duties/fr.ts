/** The French texts of the calendar that every phone has. */

export const fr = {
  more: {
    duties: 'Calendrier légal',
  },
  duties: {
    fields: {
      template: 'Type',
      responsible: 'Responsable',
      doneOn: 'Fait le',
      evidence: 'Preuve',
      note: 'Note',
    } as Record<string, string>,
    templates: {
      dsn: 'DSN',
      vat: 'TVA',
      cfe: 'CFE',
      tax: 'Impôt sur les sociétés',
      agm: 'Assemblée générale',
      accounts: 'Comptes',
      qualiopi: 'Qualiopi',
      insurance: 'Assurance',
      training: 'Formation',
      elections: 'Élections et mandats',
      other: 'Autre',
    },
  },
  sync: {
    kinds: {
      duties: 'Calendrier légal',
    },
  },
  refused: {
    kinds: {
      duties: 'Calendrier légal',
    },
  },
  today: {
    kind: {
      duty_late: 'Échéance légale dépassée',
      duty_due: 'Échéance légale proche',
    },
  },
};
