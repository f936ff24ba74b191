/** The screens of stories: none is in the app itself. */
import { Part } from '../../lib/parts.svelte.ts';

export const deskPage = new Part('team', () => import('./team.ts').then(({ DeskPage }) => DeskPage));
export const newsPage = new Part('news', () => import('./news.ts').then(({ NewsPage }) => NewsPage));
export const consentsPage = new Part('news', () =>
  import('./news.ts').then(({ ConsentsPage }) => ConsentsPage),
);
