/** The screen of what members ask of the reader: loaded on demand, for few are asked. */
import { Part } from '../../lib/parts.svelte.ts';

export const askedPage = new Part('shared', () => import('./shared.ts').then(({ AskedPage }) => AskedPage));
