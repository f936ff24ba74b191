/** The English texts of the figures of all that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    figures: 'Figures',
  },
  services: {
    fields: {
      closes: 'End of the financial year',
      settledOn: 'Settled on',
      words: 'To know',
      post: 'Item',
      label: 'Title',
      cents: 'Amount',
      note: 'Detail',
    },
    posts: {
      contributions: 'Members’ contributions',
      grants: 'Public grants',
      training_income: 'Training',
      other_income: 'Other income',
      accompaniment: 'Coaching',
      accounting: 'Accounts, payroll, social charges',
      premises: 'Rooms',
      tools: 'Computers and telephone',
      insurance: 'Insurance',
      outreach: 'Communication and partnerships',
      governance: 'Life of the cooperative',
      solidarity: 'Solidarity between members',
      other_cost: 'Other costs',
    },
  },
  sync: {
    kinds: {
      figures: 'Everybody’s figures',
      services: 'Shared services',
    },
  },
  refused: {
    kinds: {
      figures: 'Everybody’s figures',
      services: 'Shared services',
    },
  },
};
