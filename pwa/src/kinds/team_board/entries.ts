/** Entries of the team's board, as commands name them. */
import type { EntryRef } from '../../client/generated/types.ts';
import { OF_ALL } from '../../lib/ulid.ts';
import type { BoardTab } from './paths.ts';

/** An entry of the team's board. */
export function onTeamBoard(collection: BoardTab, id: string): EntryRef {
  return { kind: 'team_board', owner: OF_ALL, key: '', collection, id };
}
