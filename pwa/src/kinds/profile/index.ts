/** What members say of themselves, and the directory (`directory`) in which they are found. */
import { entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { firstSteps } from './first_steps.ts';
import { fr } from './fr.ts';
import { membersPage, profilePage } from './parts.ts';
import { memberPath, membersPath, profilePath } from './paths.ts';

const ABOUT = ['contact', 'contact_shown', 'membership'] as const;

export const profile = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['profile', 'directory', 'contact', 'contact_shown', 'membership'],
    pages: {
      members: {
        screen: membersPage,
        link: {
          icon: 'person',
          label: (t) => t.more.members,
          order: 0,
          bar: { side: 'right', roles: ['finance', 'director'], word: (t) => t.nav.members },
        },
      },
      profile: { screen: profilePage },
    },
    own: profilePath,
    directory: { label: (t) => t.more.members, path: membersPath },
    names: true,
    firstSteps,
    place: ({ kind, owner, id }) => {
      const isOfAll = kind === 'directory' || kind === 'membership';
      return !isOfAll ? memberPath(owner) : id ? memberPath(id) : membersPath();
    },
    reads: {
      me: [],
      profile: entriesOf(...ABOUT),
      members: ABOUT,
      myContact: entriesOf('contact'),
    },
    waits: {},
    next: {},
    commands,
    values: { sector: (t) => [t.profile.sectors] },
    fieldName: (t, field) => (field === 'sector' ? t.profile.sector : undefined),
  },
);
