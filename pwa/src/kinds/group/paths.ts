/** Addresses of groups. */
import { NEW, paths } from '../../lib/paths.ts';

export const groupsPath = (): string => paths.more('groups');
export const newGroupPath = (): string => paths.more('groups', NEW);
export const groupPath = (id: string): string => paths.more('groups', id);
