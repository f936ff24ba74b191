/**
 * All kinds, for those who ask each of them. Nothing here names one: they are said once, before anything is asked
 * (`kinds/all.ts`).
 */
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { AllNext, AllWaits, Commands, Declared, Reads } from './kind.ts';

/**
 * The kinds, and what they say of one thing put together, as tables of the replica's own words: where they are said,
 * the compiler names the word that no kind speaks of.
 */
export interface Known<T> {
  kinds: readonly Declared<T>[];
  /** What each view reads; `null` when it reads everything. */
  reads: Required<Reads>;
  /** What can be corrected in a form. */
  commands: Required<Commands>;
  /** How each of what waits is shown. */
  waits: Required<AllWaits<T>>;
  /** The line of each of what comes up. */
  next: Required<AllNext>;
}

let all: Known<Catalogue> | undefined;

/** Says them all. The texts that they expect are those on screen (`kinds/catalogue.ts`). */
export function know<T extends Catalogue>(kinds: Known<T>): void {
  all = kinds as Known<never> as Known<Catalogue>;
}

export function known(): Known<Catalogue> {
  if (!all) throw new Error('asked before any kind was said');
  return all;
}
