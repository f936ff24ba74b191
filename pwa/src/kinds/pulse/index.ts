/** How one is doing, for oneself alone. */
import { Part } from '../../lib/parts.svelte.ts';
import { entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { pulsePage } from './parts.ts';
import { pulsePath } from './paths.ts';

const read = entriesOf('pulse');

export const pulse = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['pulse'],
    pages: {
      pulse: { screen: pulsePage, link: { icon: 'lock', label: (t) => t.more.pulse, order: 15, at: 'own' } },
    },
    place: ({ id }) => pulsePath(id || undefined),
    reads: { beats: read, beatWeeks: ['pulse'] },
    waits: {},
    next: {},
    commands,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    fieldName: (t, field) => t.pulse.fields[field],
  },
);
