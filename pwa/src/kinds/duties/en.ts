/** The English texts of the calendar that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    duties: 'Legal calendar',
  },
  duties: {
    fields: {
      template: 'Type',
      responsible: 'Who answers',
      doneOn: 'Done on',
      evidence: 'Evidence',
      note: 'Note',
    },
    templates: {
      dsn: 'Social declaration',
      vat: 'VAT',
      cfe: 'Business premises tax',
      tax: 'Corporation tax',
      agm: 'Yearly assembly',
      accounts: 'Accounts',
      qualiopi: 'Qualiopi',
      insurance: 'Insurance',
      training: 'Training',
      elections: 'Elections and mandates',
      other: 'Other',
    },
  },
  sync: {
    kinds: {
      duties: 'Legal calendar',
    },
  },
  refused: {
    kinds: {
      duties: 'Legal calendar',
    },
  },
  today: {
    kind: {
      duty_late: 'Legal deadline past',
      duty_due: 'Legal deadline near',
    },
  },
};
