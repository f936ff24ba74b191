/** Figures of the cooperative, for those who lead. */
import { kind } from '../../registry/kind.ts';
import { fr } from './fr.ts';
import { piloting } from './parts.ts';
import { pilotingPath } from './paths.ts';

export const indicators = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['indicators'],
    pages: {
      piloting: {
        screen: piloting,
        link: {
          icon: 'chart',
          label: (t) => t.more.piloting,
          order: 10,
          at: 'work',
          for: ({ readsFar }) => readsFar,
          bar: { side: 'left', roles: ['director'], order: 10 },
        },
      },
    },
    place: () => pilotingPath(),
    // What a figure counts stands in documents of any kind.
    reads: { indicators: ['indicators'], counted: null },
    waits: {},
    next: {},
    commands: {},
  },
);
