/** Who changed what of an entry: loaded on demand, with the screens that everybody has. */
import { Part } from '../lib/parts.svelte.ts';

export const entryHistory = new Part('shared', () =>
  import('./shared.ts').then(({ EntryHistory }) => EntryHistory),
);
