/** Which views a change concerns, so that saving an expense does not read the directory again. */
import type { Topic, Views } from '../client/generated/types.ts';
import { EACH, KINDS } from '../kinds/all.ts';
import { merged } from '../lib/merged.ts';
import type { Reads } from './kind.ts';

/** What every view reads, for its people's names. */
const NAMES: readonly Topic[] = KINDS.flatMap(({ names, documents }) => (names ? documents : []));

/** What the views read that are about no kind of document. */
const OWN = {
  today: null,
  unsent: ['sync'],
  refused: ['refused'],
  conflicts: null,
  rereads: null,
  away: ['away'],
  sync: ['sync', 'refused', 'conflicts', 'away'],
  access: [],
} satisfies Reads;

/** What each view reads; `null` when it reads everything. */
const READS: Required<Reads> = merged(
  OWN,
  EACH.map(({ reads }) => reads),
);

/** Whether a view may look different after a change of these topics. */
export function concerns(view: keyof Views, topics: readonly Topic[]): boolean {
  const reads = READS[view];
  return reads === null || topics.some((topic) => reads.includes(topic) || NAMES.includes(topic));
}
