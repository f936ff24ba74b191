/** Addresses of events, and the documents that their screens are made of. */
import type { Kind } from '../../client/generated/types.ts';
import { NEW, pathTo } from '../../lib/paths.ts';

export const DOCUMENTS: readonly Kind[] = [
  'event',
  'rsvp',
  'roster',
  'guests',
  'rides',
  'waitlist',
  'places',
];

/** `item` is an event's identifier, or `new`. */
export interface EventsRoute {
  item: string | null;
  editing: boolean;
}

export const eventsPath = (): string => '/events';
export const eventPath = (id: string): string => pathTo('events', id);
export const editEventPath = (id: string): string => pathTo('events', id, 'edit');

/** Reads what follows `events` in a path. */
export function readEvents([item, doing]: readonly string[]): EventsRoute {
  return { item: item ?? null, editing: item === NEW || doing === 'edit' };
}
