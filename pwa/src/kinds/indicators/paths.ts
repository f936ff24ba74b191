/** Addresses of the figures. */
import { paths } from '../../lib/paths.ts';

/** The figures of a year; of this one when none is named. */
export const pilotingPath = (year?: number): string => paths.more('piloting', ...(year ? [`${year}`] : []));

/** The year that an address names. */
export function readYear(item: string | null): number | undefined {
  return item && /^\d{4}$/.test(item) ? Number(item) : undefined;
}
