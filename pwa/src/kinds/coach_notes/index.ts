/** A coach's private notes about a member. They stand beside the member's log. */
import { Part } from '../../lib/parts.svelte.ts';
import { entriesOf, kind } from '../../registry/kind.ts';
import { coachingPath } from '../coaching_log/paths.ts';
import { commands } from './commands.ts';
import { fr } from './fr.ts';

export const coachNotes = kind(
  { fr, en: () => import('./en.ts').then(({ en }) => en) },
  {
    documents: ['coach_notes'],
    place: ({ key }) => coachingPath(key, 'notes'),
    reads: { notes: entriesOf('coach_notes') },
    waits: {},
    next: {},
    commands,
    corrections: new Part('correcting', () => import('./correcting.ts').then(({ forms }) => forms)),
  },
);
