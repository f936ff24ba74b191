/** Assemblies of the associates: notice, agenda, proxies, resolutions, minutes. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { assembliesScreen } from './parts.ts';
import { assemblyPath } from './paths.ts';

const read = entriesOf('assembly');

export const assembly = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['assembly'],
    pages: {
      assemblies: {
        screen: assembliesScreen,
        link: { icon: 'seal', label: (t) => t.more.assemblies, order: 35 },
      },
    },
    place: ({ key }) => assemblyPath(key),
    reads: { assemblies: read, assembly: read },
    waits: {
      assembly: {
        notice: { icon: 'flag', text: (t) => t.today.kind.assemblyNotice },
        proxy: { icon: 'person', text: (t) => t.today.kind.assemblyProxy },
        held: { icon: 'flag', text: (t) => t.today.kind.assemblyHeld },
      },
    },
    next: {},
    commands,
    about: ({ key }) =>
      asked(
        () => ({ view: 'assembly', id: key }),
        ({ row }) => ({ label: row.title }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: { majority: (t) => [t.assembly.majorities] },
  },
);
