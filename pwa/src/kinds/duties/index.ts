/** The cooperative's own legal, tax and social calendar. */
import { Part } from '../../lib/parts.svelte.ts';
import { AT_ONCE, entriesOf, inList, kind, rowsOf } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { dutiesPage } from './parts.ts';
import { dutiesPath } from './paths.ts';

const read = entriesOf('duties');

export const duties = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['duties'],
    pages: {
      duties: {
        screen: dutiesPage,
        link: {
          icon: 'today',
          label: (t) => t.more.duties,
          order: 40,
          at: 'work',
          for: ({ role }) => role !== 'entrepreneur',
        },
      },
    },
    place: ({ key, id }) => dutiesPath(Number(key), id || undefined),
    reads: { duties: read, dutyTotals: read, proposedDuties: ['duties'] },
    waits: {
      duties: {
        duty_late: { icon: 'alert', text: (t) => t.today.kind.duty_late },
        duty_due: { icon: 'today', text: (t) => t.today.kind.duty_due },
      },
    },
    next: {},
    commands,
    about: ({ key, id }) =>
      inList(
        { view: 'duties', year: Number(key), done: false, window: AT_ONCE },
        id,
        rowsOf,
        ({ fields }) => fields.title,
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    fieldName: (t, field) => t.duties.fields[field],
    values: { template: (t) => [t.duties.templates] },
  },
);
