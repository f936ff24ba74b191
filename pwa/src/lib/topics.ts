/** Which views a change concerns, so that saving an expense does not read the directory again. */
import type { Topic, Views } from '../client/generated/types.ts';
import { EACH } from '../kinds/all.ts';
import type { Reads } from '../kinds/kind.ts';
import { merged } from './merged.ts';

const PEOPLE: readonly Topic[] = ['directory', 'profile'];

/** What the views read that are about no kind of document. */
const OWN = {
  me: PEOPLE,
  today: null,
  unsent: ['sync'],
  refused: ['refused', ...PEOPLE],
  conflicts: null,
  rereads: null,
  away: ['away', ...PEOPLE],
  sync: ['sync', 'refused', 'conflicts', 'away'],
  access: PEOPLE,
} satisfies Reads;

/** What each view reads; `null` when it reads everything. */
const READS: Required<Reads> = merged(
  OWN,
  EACH.map(({ reads }) => reads),
);

/** Whether a view may look different after a change of these topics. */
export function concerns(view: keyof Views, topics: readonly Topic[]): boolean {
  const reads = READS[view];
  return reads === null || topics.some((topic) => reads.includes(topic));
}
