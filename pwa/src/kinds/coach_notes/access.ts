/** What a coach’s private notes are called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'coach_notes'> = {
  fr: {
    coach_notes: {
      title: 'Les notes privées de qui vous accompagne',
      parts: {
        notes: 'notes',
        sheet: 'pense-bête pour la prochaine fois',
      },
    },
  },
  en: {
    coach_notes: {
      title: 'Private notes of your coaches',
      parts: {
        notes: 'notes',
        sheet: 'what to remember next time',
      },
    },
  },
};
