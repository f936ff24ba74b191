/** Which views a change concerns, so that saving an expense does not read the directory again. */
import type { Topic, Views } from '../client/generated/types.ts';

/** With the state of sync comes the state of entries: every view that shows entries follows it. */
const PEOPLE: readonly Topic[] = ['directory', 'profile'];
const ENTRIES: readonly Topic[] = ['sync', 'refused', 'conflicts', ...PEOPLE];
const ACTIVITY: readonly Topic[] = ['activity', ...ENTRIES];
const COACHING: readonly Topic[] = ['coaching_log', ...ENTRIES];
const EVENTS: readonly Topic[] = ['event', 'rsvp', 'roster', ...ENTRIES];

/** What each view reads; `null` when it reads everything. */
const READS: Record<keyof Views, readonly Topic[] | null> = {
  me: PEOPLE,
  today: null,
  activity: ACTIVITY,
  journal: ACTIVITY,
  expenses: ACTIVITY,
  trips: ACTIVITY,
  leads: ACTIVITY,
  activityEntry: ACTIVITY,
  portfolio: COACHING,
  coaching: COACHING,
  sessions: COACHING,
  session: COACHING,
  goals: COACHING,
  actions: COACHING,
  asks: COACHING,
  notes: ['coach_notes', ...ENTRIES],
  events: EVENTS,
  event: EVENTS,
  profile: ENTRIES,
  members: PEOPLE,
  unsent: ['sync'],
  refused: ['refused', ...PEOPLE],
  conflicts: null,
  rereads: null,
  away: ['away', ...PEOPLE],
  sync: ['sync', 'refused', 'conflicts', 'away'],
};

/** Whether a view may look different after a change of these topics. */
export function concerns(view: keyof Views, topics: readonly Topic[]): boolean {
  const reads = READS[view];
  return reads === null || topics.some((topic) => reads.includes(topic));
}
