/** What is known of members' sessions without their text: how interviews stand, for those who lead. */
import { kind } from '../../registry/kind.ts';
import { fr } from './fr.ts';
import { followUp } from './parts.ts';
import { followedPath } from './paths.ts';

const read = ['register'] as const;

export const register = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['register'],
    pages: {
      followup: {
        screen: followUp,
        link: {
          icon: 'flag',
          label: (t) => t.more.followUp,
          order: 30,
          at: 'work',
          for: ({ readsFar }) => readsFar,
          bar: { side: 'left', roles: ['finance', 'director'], order: 50, word: (t) => t.nav.followUp },
        },
      },
    },
    // Their coaches read it too.
    ofMember: { label: (t) => t.more.memberYear, path: (member) => followedPath(member) },
    place: ({ owner }) => followedPath(owner),
    reads: { followUp: read, followTotals: read, registered: read, loads: ['register', 'directory'] },
    waits: {},
    next: {},
    commands: {},
  },
);
