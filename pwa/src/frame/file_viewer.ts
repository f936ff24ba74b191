/** A file in full: loaded on demand, with the screens that everybody has. */
import { Part } from '../lib/parts.svelte.ts';

export const fileViewer = new Part('shared', () =>
  import('./shared.ts').then(({ FileViewer }) => FileViewer),
);
