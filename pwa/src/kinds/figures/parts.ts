/** The figures of all: a part of its own, for everybody may read them and nobody does so every day. */
import { Part } from '../../lib/parts.svelte.ts';

export const figuresPage = new Part('shared', () =>
  import('./shared.ts').then(({ FiguresScreen }) => FiguresScreen),
);
export const servicesForms = new Part('shared', () => import('./shared.ts').then(({ forms }) => forms));
