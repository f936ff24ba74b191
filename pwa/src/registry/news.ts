/** What is new for the reader at a place: what others made since they last opened it. */
import type { AwayItem } from '../client/generated/types.ts';
import type { Place } from './places.ts';

/** When the last of what was there had come as a place was last open, by the place's area. */
export type Seen = Readonly<Record<string, string>>;

/** What is new at a place, the latest first as it is told. */
export function newAt({ area, news }: Place, told: readonly AwayItem[], seen: Seen): AwayItem[] {
  const since = seen[area] ?? '';
  return told.filter(({ kind, how, at }) => how === 'arrived' && news.includes(kind) && at > since);
}

/** The same after a place was opened; nothing when it showed nothing new. */
export function opened(place: Place, told: readonly AwayItem[], seen: Seen): Seen | null {
  const times = newAt(place, told, seen).map(({ at }) => at);
  if (times.length === 0) return null;
  return { ...seen, [place.area]: times.reduce((one, other) => (other > one ? other : one)) };
}

/** Reads what was kept; nothing was seen when it cannot be read. */
export function readSeen(text: string | null): Seen {
  try {
    const seen: unknown = JSON.parse(text ?? '{}');
    return typeof seen === 'object' && seen !== null ? (seen as Seen) : {};
  } catch {
    return {};
  }
}
