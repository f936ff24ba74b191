/** The English texts of the screens of how one is doing. */
import type { fr } from './fr_part.ts';

export const en: typeof fr = {
  private: 'Only you read this page: no coach, no direction, no statistics.',
  none: 'Nothing yet.',
  noneHint: 'A number, a few words if you like. In time you will see what changes.',
  chart: 'Mean of each week, from 1 to 5',
  mean: (mean, n) => `${mean} of 5, ${n === 1 ? 'once' : `${n} times`}`,
  noBeat: 'nothing',
  weekOf: (day) => `Week of ${day}`,
  new: 'How are you?',
  beat: 'That day',
  scores: {
    '1': '1 · Very badly',
    '2': '2 · Badly',
    '3': '3 · So-so',
    '4': '4 · Well',
    '5': '5 · Very well',
  },
  text: 'In a few words',
  share: 'Talk about it with who accompanies me',
  shared: (score, day, text) =>
    `I would like to talk about how I am doing (${score} of 5, ${day}).${text && `\n\n${text}`}`,
};
