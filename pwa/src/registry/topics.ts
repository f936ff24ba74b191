/** Which views a change concerns, so that saving an expense does not read the directory again. */
import type { Topic, Views } from '../client/generated/types.ts';
import type { Reads } from './kind.ts';
import { known } from './known.ts';

/** What the views read that are about no kind of document. */
export const OF_NO_KIND = {
  today: null,
  allActions: null,
  unsent: ['sync'],
  handOver: ['sync'],
  handedOver: ['sync'],
  carried: ['sync', 'refused'],
  refused: ['refused'],
  conflicts: null,
  rereads: null,
  away: ['away'],
  search: null,
  sync: ['sync', 'refused', 'conflicts', 'away'],
  access: [],
  named: null,
  history: null,
} satisfies Reads;

/** Whether a view may look different after a change of these topics. */
export function concerns(view: keyof Views, topics: readonly Topic[]): boolean {
  const reads = known().reads[view];
  return reads === null || topics.some((topic) => reads.includes(topic) || isOfNames(topic));
}

/** Every view reads these, for its people's names. */
function isOfNames(topic: Topic): boolean {
  const documents: readonly Topic[] = known().kinds.flatMap(({ names, documents: all }) =>
    names ? all : [],
  );
  return documents.includes(topic);
}
