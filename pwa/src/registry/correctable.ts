/** Which refused things can be corrected in a form, and what helps most with each. */
import type { Command, EntryCommand, ErrorCode, RefusedItem } from '../client/generated/types.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { CommandsOf } from './kind.ts';
import { known } from './known.ts';

/** What can be done with entries of any kind. */
export const OF_ANY_ENTRY = { markRead: false, remove: false } satisfies CommandsOf<EntryCommand>;

/** Reasons that another value answers; the others are answered by trying again, or by nobody here. */
const OF_VALUES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad_value',
  'bad_shape',
  'bad_path',
  'invalid_command',
  'too_big',
  'too_many_ops',
]);

/** Whether there is a form that shows all of what was refused. What is in a folder of others is out of reach by now. */
export function isCorrectable({ command, barred }: RefusedItem): boolean {
  if (!command || barred) return false;
  // The table says that they fit.
  const correctable = known().commands[command.type] as boolean | ((command: Command) => boolean);
  return typeof correctable === 'function' ? correctable(command) : correctable;
}

/**
 * Whether the same again may be taken: never what both sides signed, of which an amendment is offered, nor what somebody
 * else signed, which is theirs to say again.
 */
export function mayRetry({ code, fromName }: RefusedItem): boolean {
  return code !== 'closed' && fromName === null;
}

/** Whether the reason lies in what was typed. */
export function isOfValues({ code }: RefusedItem): boolean {
  return OF_VALUES.has(code);
}

/** Why it was refused, in words. */
export function refusedBecause(t: Catalogue, { barred, code, ownerName }: RefusedItem): string {
  return barred ? t.refused.barred(ownerName) : t.errors[code];
}
