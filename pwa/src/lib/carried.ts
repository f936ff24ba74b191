/**
 * What nobody else has, kept beside the database: a browser whose disk is full may erase its databases and files together,
 * and leaves the small storage. It belongs to one member, and names the device that wrote it: another device of theirs, who
 * joined again, takes it up before it writes its own.
 */
import type { Carried } from '../client/generated/types.ts';
import { keep, kept } from './kept.ts';

const PREFIX = 'besace:carried:';
/** Characters kept: a fifth of what browsers give to a site. */
const LENGTH_MAX = 1_000_000;

/** Whose it is. */
export interface Bearer {
  coop: string;
  member: string;
  device: string;
}

interface Kept {
  device: string;
  items: Carried[];
}

const keyOf = ({ coop, member }: Bearer): string => `${PREFIX}${coop}:${member}`;

/** What another device of a member kept on this browser; none if it is of this one. */
export function carriedBefore(bearer: Bearer): Carried[] {
  const { device, items } = read(kept(keyOf(bearer)));
  return device === bearer.device ? [] : items;
}

/** Keeps what a device has; the first of it, where it is too much. */
export function carry(bearer: Bearer, items: readonly Carried[]): void {
  keep(keyOf(bearer), JSON.stringify({ device: bearer.device, items: fitting(items, LENGTH_MAX) }));
}

/** How much is kept here of somebody who has not joined again. */
export function carriedCount(): number {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.reduce((count, key) => count + read(kept(key)).items.length, 0);
  } catch {
    return 0;
  }
}

/** The first items that take no more than so many characters. */
export function fitting(items: readonly Carried[], length: number): Carried[] {
  let left = length;
  const isOver = (item: Carried): boolean => (left -= JSON.stringify(item).length + 1) < 0;
  const end = items.findIndex(isOver);
  return items.slice(0, end < 0 ? items.length : end);
}

function read(text: string | null): Kept {
  const nothing: Kept = { device: '', items: [] };
  if (text === null) return nothing;
  try {
    const { device, items } = JSON.parse(text) as Partial<Kept>;
    return Array.isArray(items) ? { device: device ?? '', items } : nothing;
  } catch {
    return nothing;
  }
}
