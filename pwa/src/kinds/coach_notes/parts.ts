/** The screens of notes: loaded on demand, for only coaches have any. */
import { Part } from '../../lib/parts.svelte.ts';

export const notes = new Part('team', () => import('./team.ts').then(({ Notes }) => Notes));
export const noteForm = new Part('team', () => import('./team.ts').then(({ NoteForm }) => NoteForm));
