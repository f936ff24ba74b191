/** Groups of members: who is in them, their mandates, minutes and actions. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { groupsScreen } from './parts.ts';
import { groupPath } from './paths.ts';

const read = entriesOf('group');

export const group = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['group'],
    pages: {
      groups: { screen: groupsScreen, link: { icon: 'events', label: (t) => t.more.groups, order: 20 } },
    },
    place: ({ key }) => groupPath(key),
    reads: { groups: read, group: read },
    waits: {
      group: {
        action: { icon: 'check', text: (t) => t.today.kind.groupAction },
        joining: { icon: 'person', text: (t) => t.today.kind.groupJoining },
        candidate: { icon: 'person', text: (t) => t.today.kind.groupCandidate },
        mandate: { icon: 'flag', text: (t) => t.today.kind.groupMandate },
      },
    },
    next: {},
    commands,
    about: ({ key }) =>
      asked(
        () => ({ view: 'group', id: key }),
        ({ row }) => ({ label: row.name }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: { sort: (t) => [t.group.sorts] },
  },
);
