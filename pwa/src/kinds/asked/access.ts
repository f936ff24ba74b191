/** What the requests that come to a member are called where members are told who reads it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'asked'> = {
  fr: {
    asked: {
      title: 'Les demandes qui vous sont adressées',
      parts: {
        asks: 'les demandes que des membres vous envoient, tant qu’elles attendent',
      },
    },
  },
  en: {
    asked: {
      title: 'Requests sent to you',
      parts: {
        asks: 'the requests that members send you, as long as they wait',
      },
    },
  },
};
