/** Addresses of the team's board: its parts, and an entry of one. */
import { oneOf, paths } from '../../lib/paths.ts';

export const BOARD_TABS = ['tasks', 'cover', 'weeks'] as const;
export type BoardTab = (typeof BOARD_TABS)[number];

export interface BoardRoute {
  tab: BoardTab;
  /** An entry, or a new one. */
  item: string | null;
}

export function teamBoardPath(tab?: BoardTab, item?: string): string {
  return paths.more('team', tab && [tab, item].filter(Boolean).join('.'));
}

export function readTeamBoard(item: string | null): BoardRoute {
  const [tab, entry] = item?.split('.') ?? [];
  return { tab: oneOf(BOARD_TABS, tab) ?? 'tasks', item: entry ?? null };
}
