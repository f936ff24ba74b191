/** The team's board: loaded on demand, for only the team has it. */
import { Part } from '../../lib/parts.svelte.ts';

export const teamBoardPage = new Part('team', () =>
  import('./team.ts').then(({ TeamBoardPage }) => TeamBoardPage),
);
export const teamBoardForms = new Part('team', () => import('./team.ts').then(({ forms }) => forms));
