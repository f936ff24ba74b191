/** What partners are called where members are told who reads and who writes them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'partner' | 'partner_card'> = {
  fr: {
    partner: {
      title: 'Les partenaires de la coopérative',
      parts: {
        partners: 'à qui demander',
        contacts: 'qui a noté un contact',
        interactions: 'qui a noté un échange',
        agreements: 'qui a noté un accord',
      },
    },
    partner_card: {
      title: 'Les partenaires présentés à tous',
      parts: { card: 'à qui demander' },
    },
  },
  en: {
    partner: {
      title: 'The cooperative’s partners',
      parts: {
        partners: 'whom to ask',
        contacts: 'who noted a contact',
        interactions: 'who noted what was done',
        agreements: 'who noted an agreement',
      },
    },
    partner_card: {
      title: 'Partners shown to all',
      parts: { card: 'whom to ask' },
    },
  },
};
