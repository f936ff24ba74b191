/** What a session is called where it is spoken of. */
import { dayOf } from '../../lib/dates.ts';
import type { Formats } from '../../lib/format.ts';
import type { fr } from './fr.ts';

/** A session: its type, its day, and who sits on the other side where that is not said beside it. */
export function sessionName(t: typeof fr, f: Formats, type: string, startsAt: string, who = ''): string {
  const types: Record<string, string> = t.coaching.types;
  return t.coaching.named(types[type] ?? t.coaching.session, f.shortDay(dayOf(startsAt)), who);
}

/** A session by the label that the replica gives: its type and start (`statutory 2026-11-28T13:00:00Z`). */
export function namedByLabel(t: typeof fr, f: Formats, label: string): string | undefined {
  const [, type = '', instant] = /^(?:([a-z_]+) )?(\d{4}-\d\d-\d\dT\S+)$/.exec(label) ?? [];
  return instant && sessionName(t, f, type, instant);
}
