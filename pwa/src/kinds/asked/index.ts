/** What members ask of the reader, whom they chose for it beside those who accompany them. */
import { kind } from '../../registry/kind.ts';
import { fr } from './fr.ts';
import { askedPage } from './parts.ts';
import { askedPath } from './paths.ts';

export const asked = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['asked'],
    pages: { asked: { screen: askedPage } },
    place: ({ id }) => askedPath(id || undefined),
    // With how those who ask are reached.
    reads: { askedOfMe: ['asked', 'profile', 'contact', 'contact_shown'] },
    waits: { asked: { of_me: { icon: 'coaching', text: (t) => t.today.kind.of_me } } },
    next: {},
    commands: {},
  },
);
