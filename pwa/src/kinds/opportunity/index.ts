/** Opportunities: what may be worth doing, what is decided about it, who does what. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { actionsPage, opportunitiesPage } from './parts.ts';
import { newOpportunityPath, opportunityPath } from './paths.ts';

const read = entriesOf('opportunity');

export const opportunity = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['opportunity'],
    pages: {
      opportunities: {
        screen: opportunitiesPage,
        link: { icon: 'idea', label: (t) => t.opportunities.title, order: 40 },
      },
      // Of every kind: the page knows none.
      actions: {
        screen: actionsPage,
        link: { icon: 'check', label: (t) => t.opportunities.actions, order: 10, at: 'work' },
      },
    },
    capture: [
      {
        icon: 'idea',
        label: (t) => t.capture.idea,
        hint: (t) => t.capture.ideaHint,
        order: 65,
        path: () => newOpportunityPath(),
      },
    ],
    place: ({ key, collection, id }) =>
      collection === 'actions' ? opportunityPath(key, id) : opportunityPath(key),
    reads: { opportunities: read, opportunity: entriesOf('opportunity', 'group', 'guide') },
    waits: {
      opportunity: {
        action_due: { icon: 'check', text: (t) => t.today.kind.opportunityAction },
        decide: { icon: 'idea', text: (t) => t.today.kind.decide },
        result: { icon: 'idea', text: (t) => t.today.kind.result },
        teach: { icon: 'flag', text: (t) => t.today.kind.teach },
      },
    },
    next: {},
    commands,
    about: ({ key }) =>
      asked(
        () => ({ view: 'opportunity', id: key }),
        ({ row }) => ({ label: row.title }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      source: (t) => [t.opportunities.sources],
      kind: (t) => [t.opportunities.kinds],
      status: (t) => [
        t.opportunities.statuses,
        t.opportunities.experimentStatuses,
        t.opportunities.actionStatuses,
      ],
    },
  },
);
