/** Addresses of the figures. */
import { paths } from '../../lib/paths.ts';

/** The figures of a year, or what one of them counts; of this year when none is named. */
export const pilotingPath = (year?: number, figure?: string): string =>
  paths.more('piloting', [year, figure].filter(Boolean).join('.') || undefined);

/** The year and the figure that an address names. */
export function readPiloting(item: string | null): { year: number | undefined; figure: string | undefined } {
  const [year, figure] = item?.split('.') ?? [];
  return { year: year && /^\d{4}$/.test(year) ? Number(year) : undefined, figure };
}
