/** Decisions: what the cooperative and its groups are asked, what one answers, and what became of it. */
import { Part } from '../../lib/parts.svelte.ts';
import { asked, entriesOf, kind } from '../../registry/kind.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';
import { decisionsScreen } from './parts.ts';
import { DOCUMENTS, consultationPath } from './paths.ts';

const read = entriesOf(...DOCUMENTS, 'group');

export const consultation = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: DOCUMENTS,
    pages: {
      decisions: {
        screen: decisionsScreen,
        link: { icon: 'answer', label: (t) => t.more.decisions, order: 30 },
      },
    },
    // A stance is named after its consultation.
    place: ({ key, id }) => consultationPath(key || id),
    reads: { consultations: read, consultation: read },
    waits: {
      consultation: {
        stance: { icon: 'answer', text: (t) => t.today.kind.stance },
        associates: { icon: 'answer', text: (t) => t.today.kind.stanceOfAssociates },
        outcome: { icon: 'flag', text: (t) => t.today.kind.outcome },
      },
    },
    next: {},
    commands,
    // A stance says which end was on the screen.
    untyped: { takeStance: ['closes'] },
    about: ({ key, id }) =>
      asked(
        () => ({ view: 'consultation', id: key || id }),
        ({ row, options, bearers }) => ({
          label: row.question,
          names: [
            ...options.map(({ info, fields: { label } }) => [info.id, label] as const),
            ...bearers.map(({ member, name }) => [member, name] as const),
          ],
        }),
      ),
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
    values: {
      method: (t) => [t.consultation.methods],
      position: (t) => [t.consultation.positions],
    },
  },
);
