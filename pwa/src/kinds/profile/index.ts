/** What members say of themselves, and the directory (`directory`) in which they are found. */
import { entriesOf, kind } from '../kind.ts';
import { commands } from './commands.ts';
import { firstSteps } from './first_steps.ts';
import { fr } from './fr.ts';
import { membersPage, profilePage } from './parts.ts';
import { memberPath, membersPath, profilePath } from './paths.ts';

export const profile = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['profile', 'directory'],
    pages: {
      members: { screen: membersPage, link: { icon: 'events', label: (t) => t.more.members, order: 0 } },
      profile: { screen: profilePage },
    },
    own: profilePath,
    directory: { label: (t) => t.more.members, path: membersPath },
    names: true,
    firstSteps,
    place: ({ kind, owner }) => (kind === 'profile' ? memberPath(owner) : membersPath()),
    reads: { me: [], profile: entriesOf(), members: [] },
    waits: {},
    next: {},
    commands,
  },
);
