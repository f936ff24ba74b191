/** The English texts of the guide that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  more: {
    guide: 'Guide of the cooperative',
  },
  guide: {
    fields: {
      part: 'Section',
      rank: 'Order',
      rateBp: 'Rate',
      about: 'For what, and when',
      person: 'Who',
    },
    parts: {
      value: 'Values',
      principle: 'Cooperative principles',
      step: 'Welcome step',
      practice: 'How we do it',
      link: 'Further reading',
    },
    sectorParts: {
      obligation: 'Obligation',
      insurance: 'Insurance',
      vat: 'VAT',
      note: 'Good to know',
    },
  },
  sync: {
    kinds: {
      guide: 'Guide',
      progress: 'Progress in the guide',
    },
  },
  refused: {
    kinds: {
      guide: 'Guide',
      progress: 'Progress in the guide',
    },
  },
  today: {
    kind: {
      welcome_step: 'Next welcome step',
    },
  },
};
