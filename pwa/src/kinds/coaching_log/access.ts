/** What the log of a member and their coaches, and its register, are called where members are told who reads them. */
import type { Told } from '../kind.ts';

export const access: Told<'coaching_log' | 'register'> = {
  fr: {
    coaching_log: {
      title: 'Votre accompagnement',
      parts: {
        goals: 'objectifs',
        sessions: 'séances et signatures',
        preparations: 'préparations',
        actions: 'actions',
        asks: 'demandes et réponses',
        feedback: 'avis sur les séances',
      },
    },
    register: {
      title: 'Le registre de vos séances',
      parts: {
        sessions: 'dates, durées, types, présences et signatures, jamais ce qui s’est dit',
      },
    },
  },
  en: {
    coaching_log: {
      title: 'Your coaching',
      parts: {
        goals: 'goals',
        sessions: 'sessions and signatures',
        preparations: 'preparations',
        actions: 'actions',
        asks: 'asks and answers',
        feedback: 'ratings of sessions',
      },
    },
    register: {
      title: 'The register of your sessions',
      parts: {
        sessions: 'dates, lengths, kinds, presence and signatures, never what was said',
      },
    },
  },
};
