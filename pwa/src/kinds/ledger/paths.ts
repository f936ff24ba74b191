/** Addresses of a member's frame, and of what those see who keep the accounts. `member: null` is oneself. */
import type { Place } from '../../client/generated/types.ts';
import { memberIn, oneOf, paths, wordFor } from '../../lib/paths.ts';

/** The parts of a frame, as the replica names the maps that they stand in. */
export const FRAME_PARTS = ['contracts', 'path', 'obligations', 'statements'] as const;
export type FramePart = (typeof FRAME_PARTS)[number];

export interface FrameRoute {
  member: string | null;
  part: FramePart | null;
  /** An entry, a month, or `new`. */
  item: string | null;
}

export const ACCOUNT_TABS = ['lines', 'months', 'deadlines', 'import'] as const;
export type AccountTab = (typeof ACCOUNT_TABS)[number];

export interface AccountsRoute {
  tab: AccountTab;
  /** Whose lines. */
  member: string | null;
  /** Of which month. */
  month: string | null;
}

/** Words of one step of an address: none holds a dot. */
const DOT = '.';

export function framePath(member: string | null = null, part?: FramePart, item?: string): string {
  if (member === null && !part) return paths.more('frame');
  return paths.more('frame', [wordFor(member), part, item].filter(Boolean).join(DOT));
}

export function accountsPath(tab: AccountTab = 'lines', member?: string, month?: string): string {
  return paths.more('accounts', [tab, member, month].filter(Boolean).join(DOT));
}

export function readFrame(item: string | null): FrameRoute {
  const [member, part, entry] = item?.split(DOT) ?? [];
  return { member: memberIn(member), part: oneOf(FRAME_PARTS, part) ?? null, item: entry ?? null };
}

export function readAccounts(item: string | null): AccountsRoute {
  const [tab, member, month] = item?.split(DOT) ?? [];
  return { tab: oneOf(ACCOUNT_TABS, tab) ?? 'lines', member: member ?? null, month: month ?? null };
}

/** Where an entry of a ledger is shown; decisions, where they are made. */
export function placeOf({ owner, collection, id }: Place): string {
  const part = oneOf(FRAME_PARTS, collection);
  if (collection === 'decisions') return accountsPath();
  if (collection === 'closed') return accountsPath('months');
  return framePath(owner, part, (part && id) || undefined);
}
