/** A refused thing done again with its values corrected: what its form starts from, and under which names. */
import type { Command } from '../client/generated/types.ts';

export interface Correction<C extends Command = Command> {
  /** The refused item. */
  item: number;
  /** What was refused. */
  command: C;
  /** Why, in words. */
  reason: string;
}

/** The correction of a command of such a type. */
export type CorrectionOf<C extends Command['type']> = Correction<Extract<Command, { type: C }>>;

/** The fields that were refused, by the names that commands give them. */
export function refusedIn({ command }: Correction): object {
  // A command holds its fields at the top, or one level below with what it names at the top.
  const nested = Object.values(command).find(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return { ...said(command), ...said(nested ?? {}) };
}

/** The entry that was to be made or changed. */
export function saidIn(correction: Correction | undefined): string | undefined {
  return correction && 'id' in correction.command ? correction.command.id : undefined;
}

/** The name of a form's draft: a correction never mixes with an entry that somebody began elsewhere. */
export function draftOf(name: string, correction: Correction | undefined): string {
  return correction ? `refused:${correction.item}` : name;
}

function said(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
