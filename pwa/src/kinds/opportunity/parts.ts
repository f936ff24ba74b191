/** The screens of opportunities and of actions: loaded on demand, for they are not daily. */
import { Part } from '../../lib/parts.svelte.ts';

const screens = () => import('./shared.ts');

export const opportunitiesPage = new Part('shared', () => screens().then((all) => all.OpportunitiesPage));
export const actionsPage = new Part('shared', () => screens().then((all) => all.ActionsPage));
/** Everything that edits, for what was refused. */
export const opportunityForms = new Part('shared', screens);
