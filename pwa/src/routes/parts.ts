/** The app's own screens that are loaded on demand. */
import { Part } from '../lib/parts.svelte.ts';

/** Members, invitations, devices: for directors, and for who looks after devices, which takes the network anyway. */
export const people = new Part('team', () => import('./people/team.ts'));
/** One phone reads what another has to say. */
export const receiving = new Part('hand_over', () => import('./more/hand_over.ts'));
/** What takes room on this phone, and what may be told of it to who helps. */
export const device = new Part('device', () => import('./device/device.ts'));
/** What is told while the app is closed. */
export const notices = new Part('notices', () => import('./more/notices.ts'));
/** Who reads and who writes what about the reader. */
export const access = new Part('access', () => import('./more/access.ts'));
