/** Addresses of the app's screens: read and written in one place. */
import type { Place } from '../client/generated/types.ts';

export const ACTIVITY_TABS = ['journal', 'expenses', 'trips', 'pipeline', 'forecast'] as const;
export const COACHING_TABS = ['sessions', 'goals', 'actions', 'asks', 'notes'] as const;
export const MORE_PAGES = [
  'members',
  'people',
  'profile',
  'devices',
  'refused',
  'conflicts',
  'away',
  'sync',
  'install',
] as const;

export type ActivityTab = (typeof ACTIVITY_TABS)[number];
export type CoachingTab = (typeof COACHING_TABS)[number];
export type MorePage = (typeof MORE_PAGES)[number];
export type Area = 'today' | 'activity' | 'coaching' | 'events' | 'more';

/** `member: null` is oneself, `year: null` the current one. `item` is a record's identifier, or `new`. */
export type Route =
  | { screen: 'today' }
  | { screen: 'activity'; member: string | null; year: number | null; tab: ActivityTab; item: string | null }
  | { screen: 'portfolio'; picking: boolean }
  | {
      screen: 'coaching';
      member: string | null;
      tab: CoachingTab;
      item: string | null;
      editing: boolean;
      signer: string | null;
    }
  | { screen: 'events'; item: string | null; editing: boolean }
  | { screen: 'more'; page: MorePage | null; item: string | null };

/** The word that stands for oneself in a path. */
const ME = 'me';
/** The word that stands for the current year in a path. */
const THIS_YEAR = 'now';
/** The `item` that stands for a record to be made. */
export const NEW = 'new';

/** Reads a path. An unknown one leads home rather than to an error. */
export function parsePath(path: string): Route {
  const [area, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const member = (text: string | undefined): string | null =>
    text === undefined || text === ME ? null : text;
  switch (area) {
    case 'activity':
      return {
        screen: 'activity',
        member: member(rest[0]),
        year: /^\d{4}$/.test(rest[1] ?? '') ? Number(rest[1]) : null,
        tab: oneOf(ACTIVITY_TABS, rest[2]) ?? 'journal',
        item: rest[3] ?? null,
      };
    case 'coaching':
      if (rest.length === 0 || rest[0] === NEW) return { screen: 'portfolio', picking: rest[0] === NEW };
      return {
        screen: 'coaching',
        member: member(rest[0]),
        tab: oneOf(COACHING_TABS, rest[1]) ?? 'sessions',
        item: rest[2] ?? null,
        editing: rest[3] === 'edit',
        signer: rest[3] === 'sign' ? (rest[4] ?? null) : null,
      };
    case 'events':
      return { screen: 'events', item: rest[0] ?? null, editing: rest[0] === NEW || rest[1] === 'edit' };
    case 'more':
      return { screen: 'more', page: oneOf(MORE_PAGES, rest[0]) ?? null, item: rest[1] ?? null };
    default:
      return { screen: 'today' };
  }
}

/** Which tab of the bar a route belongs to. */
export function areaOf(route: Route): Area {
  return route.screen === 'portfolio' ? 'coaching' : route.screen;
}

export const paths = {
  today: () => '/',
  activity: (
    member: string | null = null,
    year: number | null = null,
    tab: ActivityTab = 'journal',
    item?: string,
  ) => join('activity', member ?? ME, year === null ? THIS_YEAR : String(year), tab, item),
  portfolio: () => '/coaching',
  /** The same people, to say with whom a new session is. */
  newSession: () => join('coaching', NEW),
  coaching: (member: string | null = null, tab: CoachingTab = 'sessions', item?: string) =>
    join('coaching', member ?? ME, tab, item),
  editSession: (member: string | null, id: string) => join('coaching', member ?? ME, 'sessions', id, 'edit'),
  /** Where somebody reads a session and signs it. */
  sign: (member: string | null, id: string, signer: string) =>
    join('coaching', member ?? ME, 'sessions', id, 'sign', signer),
  events: () => '/events',
  event: (id: string) => join('events', id),
  editEvent: (id: string) => join('events', id, 'edit'),
  more: (page?: MorePage, item?: string) => join('more', page, item),
  member: (member: string) => join('more', 'members', member),
  person: (member: string) => join('more', 'people', member),
};

/** Where the app shows something that the replica speaks of. */
export function pathOf(place: Place): string {
  switch (place.place) {
    case 'activityEntry':
      // Its list is not known from here: the screen finds the entry by its identifier.
      return paths.activity(place.member, place.year, 'journal', place.id);
    case 'forecast':
      return paths.activity(place.member, Number(place.month.slice(0, 4)), 'forecast');
    case 'session':
      return paths.coaching(place.member, 'sessions', place.id);
    case 'goal':
      return paths.coaching(place.member, 'goals', place.id);
    case 'action':
      return paths.coaching(place.member, 'actions', place.id);
    case 'ask':
      return paths.coaching(place.member, 'asks', place.id);
    case 'notes':
      return paths.coaching(place.member, 'notes');
    case 'event':
      return paths.event(place.id);
    case 'profile':
      return paths.member(place.member);
    case 'members':
      return paths.more('members');
  }
}

function join(...parts: (string | undefined)[]): string {
  return (
    '/' +
    parts
      .filter((part) => part !== undefined)
      .map(encodeURIComponent)
      .join('/')
  );
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((one) => one === text);
}
