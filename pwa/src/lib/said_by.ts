/** Who said something, and how long ago, in words. */
import type { Catalogue } from './i18n/catalogue.ts';
import type { Formats } from './format.ts';

/** One of several versions of the same thing. */
interface Version {
  mine: boolean;
  byName: string;
  /** An instant; empty when it is not known. */
  at: string;
}

export function saidBy(t: Catalogue, f: Formats, { mine, byName, at }: Version, nowMs: number): string {
  return [mine ? t.conflict.mine : byName, at && f.ago(at, nowMs)].filter(Boolean).join(' · ');
}
