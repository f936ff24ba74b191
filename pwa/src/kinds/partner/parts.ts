/** The screens of partners: the team's, and everybody's cards. Both are loaded on demand. */
import { Part } from '../../lib/parts.svelte.ts';

export const partnersPage = new Part('team', () =>
  import('./team.ts').then(({ PartnersPage }) => PartnersPage),
);
/** Everything that edits, for what was refused. */
export const partnerForms = new Part('team', () => import('./team.ts'));
export const cardsPage = new Part('shared', () => import('./shared.ts').then(({ CardsPage }) => CardsPage));
