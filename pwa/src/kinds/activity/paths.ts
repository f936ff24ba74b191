/** Addresses of a member's activity. `member: null` is oneself, `year: null` the current one. */
import type { Place } from '../../client/generated/types.ts';
import { memberIn, oneOf, pathTo, wordFor } from '../../lib/paths.ts';

export const ACTIVITY_TABS = ['journal', 'expenses', 'trips', 'pipeline', 'forecast'] as const;
export type ActivityTab = (typeof ACTIVITY_TABS)[number];

/** What only who runs an activity has: the team's own expenses and trips need no clients. */
const OF_BUSINESS: ReadonlySet<ActivityTab> = new Set(['pipeline', 'forecast']);

/** The parts of an activity that are somebody's: of who reads its journal or not, of who has clients or none. */
export function tabsFor({ journal, business }: { journal: boolean; business: boolean }): ActivityTab[] {
  return ACTIVITY_TABS.filter((tab) => (journal || tab !== 'journal') && (business || !OF_BUSINESS.has(tab)));
}

/** `item` is an entry's identifier, or `new`. */
export interface ActivityRoute {
  member: string | null;
  year: number | null;
  tab: ActivityTab;
  item: string | null;
}

/** The word that stands for the current year in a path. */
const THIS_YEAR = 'now';

export function activityPath(
  member: string | null = null,
  year: number | null = null,
  tab: ActivityTab = 'journal',
  item?: string,
): string {
  return pathTo('activity', wordFor(member), year === null ? THIS_YEAR : String(year), tab, item);
}

/** The list of each map of entries, as the replica names it. */
const LISTS: Record<string, ActivityTab> = {
  journal: 'journal',
  expenses: 'expenses',
  mileage: 'trips',
  pipeline: 'pipeline',
};

/** Where an entry is shown. Where its list is not said, the screen finds the entry by its identifier. */
export function placeOf({ owner, key, collection, id }: Place): string {
  const year = Number(key);
  if (collection === 'forecast') return activityPath(owner, year, 'forecast');
  return activityPath(owner, year, LISTS[collection] ?? 'journal', id || undefined);
}

/** Reads what follows `activity` in a path. */
export function readActivity([member, year, tab, item]: readonly string[]): ActivityRoute {
  return {
    member: memberIn(member),
    year: /^\d{4}$/.test(year ?? '') ? Number(year) : null,
    tab: oneOf(ACTIVITY_TABS, tab) ?? 'journal',
    item: item ?? null,
  };
}
