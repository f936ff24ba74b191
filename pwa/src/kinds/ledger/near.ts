/** How near a deadline is, for those who read its day beside it. */
import type { Formats } from '../../lib/format.ts';

/** In words where they say more than the day itself; else nothing. */
export function near(f: Formats, day: string, today: string): string {
  const said = f.nearDay(day, today);
  return said === f.shortDay(day) ? '' : said;
}
