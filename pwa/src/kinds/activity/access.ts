/** What a member’s activity is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'activity' | 'journal'> = {
  fr: {
    activity: {
      title: 'Votre activité',
      parts: {
        journal: 'journal',
        expenses: 'dépenses',
        mileage: 'trajets',
        pipeline: 'prospects',
        forecast: 'prévisions',
      },
    },
    journal: {
      title: 'Votre journal',
      parts: {
        journal: 'journal',
      },
    },
  },
  en: {
    activity: {
      title: 'Your activity',
      parts: {
        journal: 'journal',
        expenses: 'expenses',
        mileage: 'trips',
        pipeline: 'leads',
        forecast: 'forecast',
      },
    },
    journal: {
      title: 'Your journal',
      parts: {
        journal: 'journal',
      },
    },
  },
};
