/** The English texts of the screen of what members ask of the reader. */
import type { fr } from './fr_part.ts';

export const en: typeof fr = {
  title: 'Requests sent to you',
  private: 'You read these words, and nothing else of the coaching of those who send them.',
  none: 'Nobody asks anything of you now.',
  noneHint: 'When the guide names you for a topic, a member may send you a request: it comes here.',
  settled: (name) =>
    `Call, write or meet. The request leaves this page when ${name} takes it back, or when their coach answers it.`,
  unreached: (name) => `${name} shows you neither telephone nor e-mail: go through their coach.`,
};
