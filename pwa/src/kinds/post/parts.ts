/** The place of the board, and the screens that are not in the app itself. */
import type { Component } from 'svelte';

import { InShell, Part } from '../../lib/parts.svelte.ts';

export const boardScreen = new InShell<Component<{ item: string | null }>>();

/** For the team. */
export const callsPage = new Part('team', () => import('./team.ts').then(({ CallsPage }) => CallsPage));
