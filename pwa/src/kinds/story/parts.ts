/** The screens of stories: none is in the app itself. */
import { Part } from '../../lib/parts.svelte.ts';

export const deskPage = new Part('team', () => import('./team.ts').then(({ DeskPage }) => DeskPage));
export const newsPage = new Part('shared', () => import('./shared.ts').then(({ NewsPage }) => NewsPage));
export const consentsPage = new Part('shared', () =>
  import('./shared.ts').then(({ ConsentsPage }) => ConsentsPage),
);
