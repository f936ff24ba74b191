/** Addresses of the board and of a post on it. */
import { NEW, paths } from '../../lib/paths.ts';

export const boardPath = (): string => paths.more('board');
/** Of an event, when it tells of one. */
export const newPostPath = (event?: string): string => paths.more('board', event ? `${NEW}.${event}` : NEW);
/** For the team: what nobody answered, whom to call, and what members look for. */
export const callsPath = (list?: 'isolated' | 'themes'): string => paths.more('calls', list);
export const postPath = (member: string, id: string): string => paths.more('board', `${member}.${id}`);

/** Whose post an address names, and which; `null` for none. */
export function readPost(item: string | null): { member: string; id: string } | null {
  const [member, id] = item?.split('.') ?? [];
  return member && id && member !== NEW ? { member, id } : null;
}

/** The event that a new post is to tell of; `null` for none. */
export function readNewPost(item: string | null): { event: string | null } | null {
  const [word, event] = item?.split('.') ?? [];
  return word === NEW ? { event: event ?? null } : null;
}
