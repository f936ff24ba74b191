/** The English texts of what only the team does for the board. */
import { en as s } from '../../lib/i18n/plural.ts';
import type { fr } from './fr_team.ts';

export const en: typeof fr = {
  title: 'Whom to call',
  quiet: 'Unanswered for 7 days',
  quietNone: 'Every post was answered.',
  quietHint: 'A need, an offer or a question that waits for more than seven days appears here.',
  isolated: 'Isolated members',
  isolatedNone: 'Nobody is isolated.',
  about:
    'No post, no answer, no seat at a past event and no session held for 90 days, as far as this phone may read. A call or an exchange outside the app does not show here.',
  themes: 'Needs by theme',
  themesNone: 'No need for now.',
  themesHint: 'Needs on the board are counted here by the words they were given.',
  noTheme: 'Without a word',
  needs: (n) => s(n, 'need', 'needs'),
  openNeeds: (n) => `${n} waiting`,
  withoutSessions: 'Sessions not read here',
  last: (when) => `Last sign: ${when}`,
  never: 'No sign here',
  coaches: (names) => `Accompanied by ${names}`,
};
