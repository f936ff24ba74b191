/** What the log of a member and their coaches is called where members are told who reads it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'coaching_log'> = {
  fr: {
    coaching_log: {
      title: 'Votre accompagnement',
      parts: {
        goals: 'objectifs',
        sessions: 'séances et signatures',
        preparations: 'préparations',
        actions: 'actions',
        asks: 'demandes et réponses (la personne à qui vous envoyez aussi une demande lit celle-là seule, tant qu’elle attend)',
        feedback: 'avis sur les séances',
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
        asks: 'requests and answers (whoever you also send a request to reads that one alone, as long as it waits)',
        feedback: 'ratings of sessions',
      },
    },
  },
};
