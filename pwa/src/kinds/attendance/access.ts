/** What sheets of attendance are called where members are told who reads and who writes them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'attendance' | 'attended'> = {
  fr: {
    attendance: {
      title: 'Les feuilles de présence des événements',
      parts: {
        visitors: 'qui a noté une personne de l’extérieur',
        marks: 'présence par demi-journée, signature, qui l’a notée',
      },
    },
    attended: {
      title: 'Vos présences aux événements',
      parts: {
        slots: 'les demi-journées où vous étiez, si vous avez signé, qui l’a noté',
      },
    },
  },
  en: {
    attendance: {
      title: 'The attendance sheets of events',
      parts: {
        visitors: 'who noted somebody from outside',
        marks: 'presence by half-day, signature, who noted it',
      },
    },
    attended: {
      title: 'Your attendance at events',
      parts: {
        slots: 'the half-days at which you were, whether you signed, who noted it',
      },
    },
  },
};
