/** Addresses of how interviews stand in a year, and of one member's sessions of a year. */
import { paths } from '../../lib/paths.ts';

export interface FollowUpRoute {
  /** `null` for the list. */
  member: string | null;
  /** `null` for this year. */
  year: number | null;
}

export function followUpPath(year?: number): string {
  return paths.more('followup', year?.toString());
}

export function followedPath(member: string, year?: number): string {
  return paths.more('followup', [member, year].filter(Boolean).join('.'));
}

/** Reads what an address names: a year, or a member and a year. */
export function readFollowUp(item: string | null): FollowUpRoute {
  if (item === null || /^\d{4}$/.test(item)) return { member: null, year: item ? Number(item) : null };
  const [member = '', year] = item.split('.');
  return { member, year: year ? Number(year) : null };
}
