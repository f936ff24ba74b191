/** What how one is doing is called where members are told who reads and who writes it. */
import type { Told } from '../../registry/kind.ts';

export const access: Told<'pulse'> = {
  fr: {
    pulse: { title: 'Comment vous allez', parts: { days: 'vos notes de 1 à 5 et vos mots' } },
  },
  en: {
    pulse: { title: 'How you are doing', parts: { days: 'your scores from 1 to 5 and your words' } },
  },
};
