/** How one is doing: a part of its own, for not everybody writes it down. */
import { Part } from '../../lib/parts.svelte.ts';

export const pulsePage = new Part('shared', () => import('./shared.ts').then(({ PulsePage }) => PulsePage));
export const beatForm = new Part('shared', () => import('./shared.ts').then(({ BeatForm }) => BeatForm));
