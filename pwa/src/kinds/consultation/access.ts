/** What consultations are called where members are told who reads and who writes about them. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'consultation' | 'stance' | 'tally'> = {
  fr: {
    consultation: {
      title: 'Les consultations',
      parts: {
        consultations: 'qui les a rédigées',
        asked: 'qui consulte',
        options: 'qui a proposé les options',
      },
    },
    stance: {
      title: 'Vos avis',
      parts: { stances: 'votre choix, votre raison, votre procuration' },
    },
    tally: {
      title: 'Les résultats des consultations',
      parts: { voices: 'votre choix et votre raison, quand les réponses sont publiques' },
    },
  },
  en: {
    consultation: {
      title: 'Consultations',
      parts: {
        consultations: 'who wrote them',
        asked: 'who consults',
        options: 'who offered the options',
      },
    },
    stance: {
      title: 'Your answers to consultations',
      parts: { stances: 'your choice, your reason, your proxy' },
    },
    tally: {
      title: 'Results of consultations',
      parts: { voices: 'your choice and your reason, where answers are public' },
    },
  },
};
