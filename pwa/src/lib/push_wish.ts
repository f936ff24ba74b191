/** What somebody wants to be told of while the app is closed, and what a browser can do about it. */
import type { Language } from './i18n/languages.ts';

/** What a message can be about. */
export const CONCERNS = ['coaching', 'accounts', 'events', 'votes'] as const;
export type Concern = (typeof CONCERNS)[number];

/** Hours in which nothing comes: minutes of the day, where the cooperatives live. */
export interface Quiet {
  from: number;
  until: number;
}

export interface PushWish {
  concerns: Concern[];
  quiet: Quiet | null;
  lang: Language;
}

/** What whoever says yes gets before choosing: everything, and no message at night. */
export const FIRST_WISH: Omit<PushWish, 'lang'> = {
  concerns: [...CONCERNS],
  quiet: { from: 21 * 60, until: 7 * 60 },
};

/** A wish as its form shows it. */
export interface WishFields {
  concerns: Concern[];
  isQuiet: boolean;
  /** Minutes of the day, as a list of choices names them. */
  from: string;
  until: string;
}

/** Hours that are off keep what would be shown if they were on. */
export function fieldsOfWish({ concerns, quiet }: Omit<PushWish, 'lang'>): WishFields {
  const { from, until } = quiet ?? (FIRST_WISH.quiet as Quiet);
  return { concerns, isQuiet: quiet !== null, from: String(from), until: String(until) };
}

export function wishOfFields({ concerns, isQuiet, from, until }: WishFields): Omit<PushWish, 'lang'> {
  return { concerns, quiet: isQuiet ? { from: Number(from), until: Number(until) } : null };
}

/** The whole hours of a day, with a time that is none of them where one stands already. */
export function timesWith(standing: string): number[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);
  return [...new Set([...hours, Number(standing)])].sort((one, other) => one - other);
}

/** Whether a browser can tell anything, or why not. `install`: an iPhone tells only from its home screen. */
export type Ability = 'able' | 'install' | 'missing' | 'denied';

export function abilityOf(browser: {
  isApplePhone: boolean;
  isInstalled: boolean;
  hasPush: boolean;
  permission: NotificationPermission;
}): Ability {
  if (browser.isApplePhone && !browser.isInstalled) return 'install';
  if (!browser.hasPush) return 'missing';
  return browser.permission === 'denied' ? 'denied' : 'able';
}

/** What this browser remembers of what the relay was told. `stopped`: that nothing is wanted any more is still to be said. */
export type PushMark = 'stopped' | PushGiven;

export interface PushGiven {
  /** Whose wish it is. */
  member: string;
  /** What the browser was reached by. */
  endpoint: string;
  /** The day on which the relay was last asked. */
  day: string;
  wish: PushWish;
}

/** Reads a mark; what is none is as good as none. */
export function readMark(text: string | null): PushMark | null {
  if (!text) return null;
  try {
    const mark = JSON.parse(text) as PushMark;
    if (mark === 'stopped') return mark;
    const { member, endpoint, day, wish } = mark;
    const isWhole = [member, endpoint, day, wish.lang].every((word) => typeof word === 'string');
    return isWhole && Array.isArray(wish.concerns) ? mark : null;
  } catch {
    return null;
  }
}

/**
 * Whether the relay may have to be told anew: the browser is reached by another address, its reader speaks another
 * language, or nobody asked the relay today.
 */
export function isStale(
  given: PushGiven,
  now: { endpoint: string | null; lang: Language; day: string },
): boolean {
  return given.endpoint !== now.endpoint || given.wish.lang !== now.lang || given.day !== now.day;
}
