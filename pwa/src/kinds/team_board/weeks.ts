/** Weeks, which begin on their Monday. */
import { addDays } from '../../lib/dates.ts';

/** The Monday of the week of a day; a day that cannot be read is left as it is. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return Number.isNaN(weekday) ? day : addDays(day, -((weekday + 6) % 7));
}
