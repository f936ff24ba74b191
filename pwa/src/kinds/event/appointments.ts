/** What somebody goes to, as appointments: each half-day of an event that they come to, and their sessions. */
import type { EventSheet, SessionRow } from '../../client/generated/types.ts';
import type { Appointment } from '../../lib/ical.ts';
import type { Catalogue } from '../catalogue.ts';
import { coachingPath } from '../coaching_log/paths.ts';
import { eventPath } from './paths.ts';

const MINUTE_MS = 60_000;
const SESSION_STATUS = { planned: 'confirmed', done: 'confirmed', cancelled: 'cancelled' } as const;

/** The half-days of an event; not sure while its seat, or its reader, is not, nor once it moved since they answered. */
export function ofEvent({ row, fields }: EventSheet, origin: string): Appointment[] {
  const hasSeat = row.capacity === 0 || row.seat === 'seated';
  const isSure = row.answer === 'accepted' && !row.toReconfirm && hasSeat;
  return fields.slots.map(({ id, start, end, place }) => ({
    uid: `${id}@besace`,
    sequence: row.sequence,
    status: fields.status === 'confirmed' && !isSure ? 'tentative' : fields.status,
    start,
    end,
    summary: fields.title,
    place,
    description: fields.description,
    url: origin + eventPath(row.info.id),
  }));
}

/** A session: when and with whom, and nothing of what is said there, for calendars are read by others. */
export function ofSession(row: SessionRow, own: boolean, origin: string, t: Catalogue): Appointment {
  const others = own ? row.coaches.map(({ name }) => name).join(', ') : row.memberName;
  return {
    uid: `${row.info.id}@besace`,
    sequence: 0,
    status: SESSION_STATUS[row.status],
    start: row.startsAt,
    end: new Date(Date.parse(row.startsAt) + row.minutes * MINUTE_MS).toISOString(),
    summary: others ? `${t.coaching.session} ${t.coaching.with(others)}` : t.coaching.session,
    place: row.place,
    description: '',
    url: origin + coachingPath(own ? null : row.member, 'sessions', row.info.id),
  };
}
