/** Addresses of who was at events. */
import { pathTo, paths } from '../../lib/paths.ts';

/** The word of the page on which somebody signs. */
const SIGN = 'sign';

export interface AttendanceRoute {
  event: string;
  /** The half-day; `null` for the one that is now or next. */
  slot: string | null;
  /** Who signs, a member or a visitor; `null` for the sheet. */
  signer: string | null;
}

/** What is marked of who was at an event. */
export function attendancePath(event: string, slot?: string): string {
  return pathTo('attendance', event, slot);
}

/** Where somebody signs that they were there. */
export function signPath(event: string, slot: string, who: string): string {
  return pathTo('attendance', event, slot, who, SIGN);
}

/** The half-days at which one was oneself. */
export const attendedPath = (): string => paths.more('attended');

/** Reads what follows `attendance` in a path. */
export function readAttendance([event, slot, who, doing]: readonly string[]): AttendanceRoute {
  return { event: event ?? '', slot: slot ?? null, signer: doing === SIGN ? (who ?? null) : null };
}
