/** A refused thing done again with its values corrected: what its form starts from, and under which names. */
import type { Command } from '../client/generated/types.ts';
import { newUlid } from './ulid.ts';

export interface Correction {
  /** The refused item. */
  item: number;
  /** What was refused. */
  command: Command;
  /** Why, in words. */
  reason: string;
}

/** What a form starts from: the entry as it stands, with what was refused on top of it. */
export function startFrom<F extends object>(
  stored: F | undefined,
  correction: Correction | undefined,
): Partial<F> {
  if (!correction) return { ...stored };
  // A command holds its fields at the top, or one level below with what it names at the top.
  const nested = Object.values(correction.command).find(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return { ...stored, ...said(correction.command), ...said(nested ?? {}) } as Partial<F>;
}

/** The entry that a form makes or changes. */
export function entryOf(stored: string | undefined, correction: Correction | undefined): string {
  const refused = correction && 'id' in correction.command ? correction.command.id : undefined;
  return stored ?? refused ?? newUlid();
}

/** The name of a form's draft: a correction never mixes with an entry that somebody began elsewhere. */
export function draftOf(name: string, correction: Correction | undefined): string {
  return correction ? `refused:${correction.item}` : name;
}

function said(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
