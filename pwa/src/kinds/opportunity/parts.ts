/** The screens of opportunities and of actions: loaded on demand, for they are not daily. */
import { Part } from '../../lib/parts.svelte.ts';

const screens = () => import('./ideas.ts');

export const opportunitiesPage = new Part('ideas', () => screens().then((all) => all.OpportunitiesPage));
export const actionsPage = new Part('ideas', () => screens().then((all) => all.ActionsPage));
/** Everything that edits, for what was refused. */
export const opportunityForms = new Part('ideas', screens);
