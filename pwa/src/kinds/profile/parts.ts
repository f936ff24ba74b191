/** The places of the directory and of one's own profile. */
import type { Component } from 'svelte';

import { InShell } from '../../lib/parts.svelte.ts';

type Page = Component<{ item: string | null }>;

export const membersPage = new InShell<Page>();
export const profilePage = new InShell<Page>();
