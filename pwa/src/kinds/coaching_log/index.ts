/** The log that a member and their coaches keep: sessions and their signatures, goals, actions, asks for support. */
import { Part } from '../../lib/parts.svelte.ts';
import { NEW, oneOf } from '../../lib/paths.ts';
import { AT_ONCE, asked, entriesOf, inList, kind, rowsOf, screen } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { namedByLabel } from './names.ts';
import {
  amendRefused,
  briefPage,
  coachingScreen,
  nextSession,
  portfolioScreen,
  signedForMe,
} from './parts.ts';
import {
  COACHING_TABS,
  briefPath,
  coachingPath,
  newSessionPath,
  portfolioPath,
  readCoaching,
  readPortfolio,
} from './paths.ts';

const read = entriesOf('coaching_log');

export const coachingLog = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['coaching_log'],
    routes: {
      coaching: (rest) => {
        const portfolio = readPortfolio(rest);
        return portfolio ? screen(portfolioScreen, portfolio) : screen(coachingScreen, readCoaching(rest));
      },
    },
    places: [
      {
        area: '/coaching',
        icon: 'coaching',
        label: (t) => t.nav.myMembers,
        order: 0,
        at: 'work',
        for: ({ isCoach }) => isCoach,
        path: portfolioPath,
        bar: { side: 'left', roles: ['coach'] },
      },
      {
        area: '/coaching',
        icon: 'coaching',
        label: (t) => t.nav.coaching,
        order: 20,
        at: 'work',
        for: ({ isEntrepreneur }) => isEntrepreneur,
        path: () => coachingPath(),
        bar: { side: 'right', roles: ['entrepreneur'] },
      },
    ],
    capture: [
      {
        icon: 'session',
        label: (t) => t.capture.session,
        hint: (t) => t.capture.sessionHint,
        order: 30,
        orders: { coach: 0 },
        // A coach first says with whom; the rest of the team holds no sessions.
        path: ({ isCoach, isEntrepreneur }) =>
          isCoach ? newSessionPath() : isEntrepreneur ? coachingPath(null, 'sessions', NEW) : null,
      },
    ],
    pages: { brief: { screen: briefPage } },
    ofMember: { label: (t) => t.coaching.brief, path: briefPath },
    shortcuts: { session: newSessionPath() },
    // What has no list of its own belongs to a session.
    place: ({ owner, collection, id }) =>
      coachingPath(owner, oneOf(COACHING_TABS, collection) ?? 'sessions', id || undefined),
    reads: {
      portfolio: read,
      coaching: read,
      sessions: read,
      session: read,
      goals: read,
      actions: read,
      // With whom the guide names for their topics.
      asks: entriesOf('coaching_log', 'guide'),
      openAsks: entriesOf('coaching_log', 'guide'),
    },
    waits: {
      coaching_log: {
        signed_for_me: { icon: 'seal', text: (t) => t.today.kind.signed_for_me, answers: signedForMe },
        contested: { icon: 'alert', text: (t) => t.today.kind.contested },
        changed_since: { icon: 'seal', text: (t) => t.today.kind.changed_since },
        ask: { icon: 'coaching', text: (t) => t.today.kind.ask },
        action_late: { icon: 'flag', text: (t) => t.today.kind.action_late },
        sign: { icon: 'seal', text: (t) => t.today.kind.sign },
        report: { icon: 'note', text: (t) => t.today.kind.report },
        action_due: { icon: 'flag', text: (t) => t.today.kind.action_due },
        prepare: { icon: 'note', text: (t) => t.today.kind.prepare },
      },
    },
    next: { coaching_log: nextSession },
    commands,
    about: ({ owner: member, collection, id }) => {
      switch (collection) {
        case 'sessions':
          return asked(
            () => ({ view: 'session', member, id }),
            ({ row }) => ({ label: `${row.sessionType} ${row.startsAt}` }),
          );
        case 'goals':
          return inList({ view: 'goals', member, window: AT_ONCE }, id, rowsOf, ({ fields }) => fields.title);
        case 'actions':
          return inList(
            { view: 'actions', member, window: AT_ONCE },
            id,
            rowsOf,
            ({ fields }) => fields.text,
          );
        case 'asks':
          return inList({ view: 'asks', member, window: AT_ONCE }, id, rowsOf, ({ text }) => text);
        default:
          return undefined;
      }
    },
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    closed: amendRefused,
    entryName: namedByLabel,
    // The points of a report have a number for a name.
    fieldName: (t, field) => t.coaching.eight[Number(field.split('.')[1])],
    values: {
      mode: (t) => [t.coaching.modes],
      urgency: (t) => [t.coaching.urgencies],
      topic: (t) => [t.coaching.askTopics],
      sessionType: (t) => [t.coaching.types],
      kind: (t) => [t.coaching.goalKinds],
      status: (t) => [t.coaching.statuses, t.coaching.actionStatuses, t.coaching.goalStatuses],
    },
  },
);
