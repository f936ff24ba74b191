/** Addresses of the figures of all: a year, and an entry of its account of shared services. */
import { NEW, paths } from '../../lib/paths.ts';

export interface FiguresRoute {
  /** `null` for this year. */
  year: number | null;
  /** An entry of the account, or a new one. */
  item: string | null;
}

export function figuresPath(year?: number, item?: string): string {
  return paths.more('figures', [year, item].filter(Boolean).join('.') || undefined);
}

export const newLinePath = (year: number): string => figuresPath(year, NEW);

export function readFigures(route: string | null): FiguresRoute {
  const [year, item] = route?.split('.') ?? [];
  return { year: year && /^\d{4}$/.test(year) ? Number(year) : null, item: item ?? null };
}
