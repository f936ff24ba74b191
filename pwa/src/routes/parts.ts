/** The app's own screens that are loaded on demand. */
import { Part } from '../lib/parts.svelte.ts';

/** Members, invitations, devices: for directors, and for who looks after devices, which takes the network anyway. */
export const people = new Part('team', () => import('./people/team.ts'));
/** Who reads and who writes what about the reader. */
export const access = new Part('access', () => import('./more/access.ts'));
