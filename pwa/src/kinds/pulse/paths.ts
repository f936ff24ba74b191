/** Addresses of how one is doing: an entry, a new one, what one shares of one. */
import { NEW, paths } from '../../lib/paths.ts';

/** The word that stands for sharing an entry. */
const SHARE = 'share';

export interface PulseRoute {
  item: string | null;
  /** What is shared of it with who accompanies one. */
  sharing: boolean;
}

export const pulsePath = (item?: string): string => paths.more('pulse', item);
export const newBeatPath = (): string => pulsePath(NEW);
export const sharePath = (id: string): string => pulsePath(`${SHARE}.${id}`);

export function readPulse(item: string | null): PulseRoute {
  const [first, second] = item?.split('.') ?? [];
  return first === SHARE ? { item: second ?? null, sharing: true } : { item: first ?? null, sharing: false };
}
