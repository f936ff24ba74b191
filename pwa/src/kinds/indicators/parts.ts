/** The place of the figures: loaded on demand, for only those use it who lead. */
import { Part } from '../../lib/parts.svelte.ts';

export const piloting = new Part('team', () => import('./team.ts').then(({ PilotingPage }) => PilotingPage));
