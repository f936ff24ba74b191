/** The place of the board. */
import type { Component } from 'svelte';

import { InShell } from '../../lib/parts.svelte.ts';

export const boardScreen = new InShell<Component<{ item: string | null }>>();
