/** The calendar of the cooperative: loaded on demand, for only the team reads it. */
import { Part } from '../../lib/parts.svelte.ts';

export const dutiesPage = new Part('team', () => import('./team.ts').then(({ DutiesPage }) => DutiesPage));
export const dutyForm = new Part('team', () => import('./team.ts').then(({ DutyForm }) => DutyForm));
