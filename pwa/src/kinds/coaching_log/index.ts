/** The log that a member and their coaches keep: sessions and their signatures, goals, actions, asks for support. */
import { NEW } from '../../lib/paths.ts';
import { Part } from '../../state/parts.svelte.ts';
import { entriesOf, kind, screen } from '../kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { namedByLabel } from './names.ts';
import { amendRefused, coachingScreen, portfolioScreen, signedForMe } from './parts.ts';
import { coachingPath, newSessionPath, portfolioPath, readCoaching, readPortfolio } from './paths.ts';

const read = entriesOf('coaching_log');

export const coachingLog = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['coaching_log', 'register'],
    routes: {
      coaching: (rest) => {
        const portfolio = readPortfolio(rest);
        return portfolio ? screen(portfolioScreen, portfolio) : screen(coachingScreen, readCoaching(rest));
      },
    },
    bar: [
      {
        area: 'coaching',
        icon: 'coaching',
        label: (t) => t.nav.coaching,
        side: 'left',
        order: 10,
        path: ({ isCoach }) => (isCoach ? portfolioPath() : coachingPath()),
      },
    ],
    capture: [
      {
        icon: 'session',
        label: (t) => t.capture.session,
        hint: (t) => t.capture.sessionHint,
        order: 30,
        // A coach first says with whom; the rest of the team holds no sessions.
        path: ({ isCoach, isEntrepreneur }) =>
          isCoach ? newSessionPath() : isEntrepreneur ? coachingPath(null, 'sessions', NEW) : null,
      },
    ],
    shortcuts: { session: newSessionPath() },
    places: {
      session: ({ member, id }) => coachingPath(member, 'sessions', id),
      goal: ({ member, id }) => coachingPath(member, 'goals', id),
      action: ({ member, id }) => coachingPath(member, 'actions', id),
      ask: ({ member, id }) => coachingPath(member, 'asks', id),
    },
    reads: {
      portfolio: read,
      coaching: read,
      sessions: read,
      session: read,
      goals: read,
      actions: read,
      asks: read,
    },
    waits: {
      signed_for_me: { icon: 'seal', first: true, answers: signedForMe },
      contested: { icon: 'alert', first: true },
      changed_since: { icon: 'seal', first: true },
      ask: { icon: 'coaching' },
      action_late: { icon: 'flag' },
      sign: { icon: 'seal' },
      report: { icon: 'note' },
      action_due: { icon: 'flag' },
      prepare: { icon: 'note' },
    },
    commands,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    closed: amendRefused,
    entryName: namedByLabel,
    // The points of a report have a number for a name.
    fieldName: (t, field) => t.coaching.eight[Number(field.split('.')[1])],
    values: {
      mode: (t) => [t.coaching.modes],
      urgency: (t) => [t.coaching.urgencies],
      sessionType: (t) => [t.coaching.types],
      kind: (t) => [t.coaching.goalKinds],
      status: (t) => [t.coaching.statuses, t.coaching.actionStatuses, t.coaching.goalStatuses],
    },
  },
);
