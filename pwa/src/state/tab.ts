/**
 * Which tab this is, and which others are open: each keeps its own drafts, and what a tab that is gone left is found
 * again by the next one.
 *
 * A tab holds a Web Lock by its name for as long as it lives. The name is kept in sessionStorage, so that a tab that
 * is reloaded finds its drafts at once; a copied tab copies that too, and then takes another name.
 */
import { newUlid } from '../lib/ulid.ts';

const KEY = 'besace:tab';
const LOCK = 'besace-tab-';

let name = newUlid();

/** The name of this tab. */
export const tabName = (): string => name;

/** Takes the name under which this tab kept its drafts, unless another tab lives under it. */
export async function claimTab(): Promise<void> {
  const before = sessionStorage.getItem(KEY);
  if (before !== null && (await hold(before))) name = before;
  else await hold(name);
  sessionStorage.setItem(KEY, name);
}

/** The tabs that are open now, this one included. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.flatMap((lock) => (lock.name?.startsWith(LOCK) ? [lock.name.slice(LOCK.length)] : []));
  return new Set([...names, name]);
}

/** Only one tab at a time decides whose a draft is. */
export function alone<T>(decide: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('besace-drafts', decide) : decide();
}

/** Holds a name until this tab is gone. Answers whether it was free. */
function hold(wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!navigator.locks) {
      resolve(true);
      return;
    }
    navigator.locks
      .request(LOCK + wanted, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
