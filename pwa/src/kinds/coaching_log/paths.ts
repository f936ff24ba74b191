/** Addresses of coaching logs, and of the list of those whom a coach accompanies. `member: null` is oneself. */
import { NEW, memberIn, oneOf, pathTo, paths, wordFor } from '../../lib/paths.ts';

export const COACHING_TABS = ['sessions', 'goals', 'actions', 'asks', 'notes'] as const;
export type CoachingTab = (typeof COACHING_TABS)[number];

/** `item` is an entry's identifier, or `new`. */
export interface CoachingRoute {
  member: string | null;
  tab: CoachingTab;
  item: string | null;
  editing: boolean;
  signer: string | null;
}

/** Whether somebody is picked there, to say with whom a new session is. */
export interface PortfolioRoute {
  picking: boolean;
}

export const portfolioPath = (): string => '/coaching';
/** The same people, to say with whom a new session is. */
export const newSessionPath = (): string => pathTo('coaching', NEW);

/** What there is of a member at a glance. */
export const briefPath = (member: string): string => paths.more('brief', member);

export function coachingPath(
  member: string | null = null,
  tab: CoachingTab = 'sessions',
  item?: string,
): string {
  return pathTo('coaching', wordFor(member), tab, item);
}

export function editSessionPath(member: string | null, id: string): string {
  return pathTo('coaching', wordFor(member), 'sessions', id, 'edit');
}

/** Where somebody reads a session and signs it. */
export function signPath(member: string | null, id: string, signer: string): string {
  return pathTo('coaching', wordFor(member), 'sessions', id, 'sign', signer);
}

/** Reads what follows `coaching` in a path: the list, or nothing when it is somebody's log. */
export function readPortfolio([member]: readonly string[]): PortfolioRoute | null {
  return member === undefined || member === NEW ? { picking: member === NEW } : null;
}

/** Reads what follows `coaching` in a path of a log. */
export function readCoaching([member, tab, item, doing, signer]: readonly string[]): CoachingRoute {
  return {
    member: memberIn(member),
    tab: oneOf(COACHING_TABS, tab) ?? 'sessions',
    item: item ?? null,
    editing: doing === 'edit',
    signer: doing === 'sign' ? (signer ?? null) : null,
  };
}
