/** What an entry is called where it is spoken of: never an instant, an identifier or a key. */
import { dayOf } from './dates.ts';
import type { Formats } from './format.ts';
import type { Catalogue } from './i18n/fr.ts';

/** A session: its type, its day, and who sits on the other side where that is not said beside it. */
export function sessionName(t: Catalogue, f: Formats, type: string, startsAt: string, who = ''): string {
  const types: Record<string, string> = t.coaching.types;
  return t.coaching.named(types[type] ?? t.coaching.session, f.shortDay(dayOf(startsAt)), who);
}

/**
 * An entry by the label that the replica gives: its own words, a session's type and start
 * (`statutory 2026-11-28T13:00:00Z`), a day, a month, or nothing.
 */
export function entryName(t: Catalogue, f: Formats, label: string): string {
  const [, type = '', instant] = /^(?:([a-z_]+) )?(\d{4}-\d\d-\d\dT\S+)$/.exec(label) ?? [];
  if (instant) return sessionName(t, f, type, instant);
  if (/^\d{4}-\d\d-\d\d$/.test(label)) return t.common.entryOf(f.shortDay(label));
  if (/^\d{4}-\d\d$/.test(label)) return t.activity.forecastOf(f.month(label));
  return label === '' || /^[0-9A-HJKMNP-TV-Z]{26}$/.test(label) ? t.common.entry : label;
}
