/** The guide of the cooperative, and what members tick of it. */
import { Part } from '../../lib/parts.svelte.ts';
import { entriesOf, inList, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { guidePage } from './parts.ts';
import { type GuideTab, guidePath } from './paths.ts';

const TAB_OF: Record<string, GuideTab> = { pages: 'pages', sectors: 'sectors', people: 'people' };

export const guide = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['guide', 'progress'],
    pages: {
      guide: { screen: guidePage, link: { icon: 'flag', label: (t) => t.more.guide, order: 60 } },
    },
    place: ({ collection, id }) => guidePath(TAB_OF[collection] ?? 'welcome', id || undefined),
    reads: {
      guide: entriesOf('guide', 'progress', 'profile'),
      topicPeople: entriesOf('guide'),
      newcomers: ['guide', 'progress', 'membership'],
    },
    waits: { progress: { welcome_step: { icon: 'flag', text: (t) => t.today.kind.welcome_step } } },
    next: {},
    commands,
    about: ({ id }) =>
      inList(
        { view: 'guide', search: '' },
        id,
        ({ pages, lines }) => [...pages, ...lines],
        ({ fields }) => fields.title,
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    fieldName: (t, field) => t.guide.fields[field],
    values: {
      part: (t) => [t.guide.parts, t.guide.sectorParts],
    },
  },
);
