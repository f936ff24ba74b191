/** Addresses of the board and of a post on it. */
import { NEW, paths } from '../../lib/paths.ts';

export const boardPath = (): string => paths.more('board');
export const newPostPath = (): string => paths.more('board', NEW);
export const postPath = (member: string, id: string): string => paths.more('board', `${member}.${id}`);

/** Whose post an address names, and which; `null` for none. */
export function readPost(item: string | null): { member: string; id: string } | null {
  const [member, id] = item?.split('.') ?? [];
  return member && id ? { member, id } : null;
}
