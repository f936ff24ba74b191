/** Figures of the cooperative that everybody may see, and the account of the services that it shares. */
import { Part } from '../../lib/parts.svelte.ts';
import { entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { figuresPage } from './parts.ts';
import { figuresPath } from './paths.ts';

export const figures = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['figures', 'services'],
    pages: {
      figures: { screen: figuresPage, link: { icon: 'chart', label: (t) => t.more.figures, order: 80 } },
    },
    place: ({ key, id }) => figuresPath(Number(key), id || undefined),
    reads: { figures: ['figures'], services: entriesOf('services', 'indicators') },
    waits: {},
    next: {},
    commands,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    fieldName: (t, field) => t.services.fields[field],
    values: { post: (t) => [t.services.posts] },
  },
);
