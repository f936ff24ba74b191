/** The roles a member may have, and the one they work in now: it decides which places the bar shows. */
import type { Role } from '../client/generated/types.ts';

/** Who has several works in the first of these, until they choose. */
export const ROLES = [
  'director',
  'finance',
  'comms',
  'coach',
  'entrepreneur',
] as const satisfies readonly Role[];

/** The role somebody works in: the one they chose last, while they have it. */
export function workingRole(mine: readonly Role[], chosen: string | null): Role {
  return (
    ROLES.find((role) => role === chosen && mine.includes(role)) ??
    ROLES.find((role) => mine.includes(role)) ??
    'entrepreneur'
  );
}

/** The role of this name; none for another word. */
export function roleNamed(word: string | null): Role | undefined {
  return ROLES.find((role) => role === word);
}
