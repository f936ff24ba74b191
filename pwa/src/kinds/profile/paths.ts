/** Addresses of the directory, of a member in it, and of one's own profile. */
import { paths } from '../../lib/paths.ts';

export const membersPath = (): string => paths.more('members');
export const memberPath = (member: string): string => paths.more('members', member);
export const profilePath = (): string => paths.more('profile');
