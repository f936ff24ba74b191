/** Addresses of groups. */
import { NEW, paths } from '../../lib/paths.ts';

export const groupsPath = (): string => paths.more('groups');
/** For an opportunity, when it is founded for one. */
export const newGroupPath = (opportunity?: string): string =>
  paths.more('groups', opportunity ? `${NEW}.${opportunity}` : NEW);
export const groupPath = (id: string): string => paths.more('groups', id);

/** The opportunity that a new group is founded for; `null` where an address names no new group. */
export function readNewGroup(item: string | null): { opportunity: string | null } | null {
  const [word, opportunity] = item?.split('.') ?? [];
  return word === NEW ? { opportunity: opportunity ?? null } : null;
}
