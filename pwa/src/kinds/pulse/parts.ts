/** How one is doing: a part of its own, for not everybody writes it down. */
import { Part } from '../../lib/parts.svelte.ts';

export const pulsePage = new Part('pulse', () => import('./pulse.ts').then(({ PulsePage }) => PulsePage));
export const beatForm = new Part('pulse', () => import('./pulse.ts').then(({ BeatForm }) => BeatForm));
