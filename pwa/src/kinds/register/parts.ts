/** The place of the follow-up of interviews: loaded on demand, for only those use it who lead. */
import { Part } from '../../lib/parts.svelte.ts';

export const followUp = new Part('team', () => import('./team.ts').then(({ FollowUpPage }) => FollowUpPage));
