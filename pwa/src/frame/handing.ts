/** What one phone shows another: loaded on demand, and kept on every phone before it is needed. */
import { Part } from '../lib/parts.svelte.ts';

export const handOver = new Part('hand_over', () => import('./hand_over.ts'));
