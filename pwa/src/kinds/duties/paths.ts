/** Addresses of the cooperative's calendar: a year, an entry of it, what a year asks for. */
import { NEW, paths } from '../../lib/paths.ts';

/** The word that stands for what a year asks for. */
const PROPOSED = 'proposed';

export interface DutiesRoute {
  /** `null` for this year. */
  year: number | null;
  /** An entry, or a new one. */
  item: string | null;
  proposing: boolean;
}

export function dutiesPath(year?: number, item?: string): string {
  return paths.more('duties', [year, item].filter(Boolean).join('.') || undefined);
}

export const newDutyPath = (year: number): string => dutiesPath(year, NEW);
export const proposedPath = (year: number): string => dutiesPath(year, PROPOSED);

export function readDuties(route: string | null): DutiesRoute {
  const [year, item] = route?.split('.') ?? [];
  const proposing = item === PROPOSED;
  return {
    year: year && /^\d{4}$/.test(year) ? Number(year) : null,
    item: proposing ? null : (item ?? null),
    proposing,
  };
}
