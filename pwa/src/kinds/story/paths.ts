/** Addresses of the desk, of news and of consents, and the documents that their screens are made of. */
import type { Kind } from '../../client/generated/types.ts';
import { NEW, paths } from '../../lib/paths.ts';

export const DOCUMENTS: readonly Kind[] = ['story', 'consent', 'news'];

export const deskPath = (): string => paths.more('desk');
export const newStoryPath = (): string => paths.more('desk', NEW);
export const storyPath = (id: string): string => paths.more('desk', id);
export const newsPath = (): string => paths.more('news');
export const articlePath = (id: string): string => paths.more('news', id);
/** One's own, or those of somebody whom the team reads. */
export const consentsPath = (member?: string): string => paths.more('consents', member);
