/** The places of the directory and of one's own profile. */
import type { Component } from 'svelte';

import { InShell, Part } from '../../lib/parts.svelte.ts';

type Page = Component<{ item: string | null }>;

export const membersPage = new InShell<Page>();
export const profilePage = new InShell<Page>();

/** The directory as a table. */
export const membersCsv = new Part('team', () => import('./team.ts').then(({ MembersCsv }) => MembersCsv));
