/** Counts what Besace takes of this phone: by and by, and no further once nobody looks. */
import type { Walked, Weighed } from '../../client/device.ts';
import { client } from '../../state/app.svelte.ts';
import { drafted } from '../../state/files.svelte.ts';
import { type FileRoom, type Taken, fileRoom, taken } from './room.ts';

/** A walk of more steps ends there, and says so. */
const STEPS_MAX = 5_000;
/** Caches of the app's own files (`sw.ts`). */
const CACHE_PREFIX = 'besace-shell-';
const OWN_KEYS = 'besace';

/** What was found. */
export interface Measured {
  bytes: Record<Taken, number>;
  /** All of it was seen. */
  isWhole: boolean;
  /** How many documents there are of each kind, by its number. */
  kinds: Record<string, number>;
  files: FileRoom;
  /** What the browser says that this site takes and may take; `null`: it does not. */
  estimate: { usage: number; quota: number } | null;
}

interface Walk {
  bytes: Record<string, number>;
  kinds: Record<string, number>;
  isWhole: boolean;
}

/** `app`: what the app's own files take. Throws where something cannot be read now, or nobody looks any more. */
export async function measure(signal: AbortSignal, app: Promise<number>): Promise<Measured> {
  const rows = await walk('rows', signal);
  const looks = await walk('thumbs', signal);
  const files = fileRoom(await client.lyingFiles(drafted()));
  const [own, reserve, estimate] = await Promise.all([app, reserveBytes(), estimated()]);
  signal.throwIfAborted();
  const thumbs = looks.bytes['thumbs'] ?? 0;
  return {
    bytes: taken({ rows: rows.bytes, files, thumbs, small: smallBytes(), app: own, reserve }),
    isWhole: rows.isWhole && looks.isWhole,
    kinds: rows.kinds,
    files,
    estimate,
  };
}

async function walk(of: Walked, signal: AbortSignal): Promise<Walk> {
  const all: Walk = { bytes: {}, kinds: {}, isWhole: false };
  let after: Weighed['next'] = null;
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    const step: Weighed | null = await client.weigh(of, after);
    signal.throwIfAborted();
    if (!step) throw new Error('cannot be weighed now');
    merge(all.bytes, step.bytes);
    merge(all.kinds, step.kinds);
    after = step.next;
    if (after === null) return { ...all, isWhole: true };
  }
  return all;
}

function merge(into: Record<string, number>, more: Record<string, number>): void {
  for (const [name, n] of Object.entries(more)) into[name] = (into[name] ?? 0) + n;
}

/** The files of each build that is kept; they hardly change while the page is open. */
export async function appBytes(): Promise<number> {
  let sum = 0;
  for (const name of (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) sum += (await (await cache.match(request))?.blob())?.size ?? 0;
  }
  return sum;
}

/** The files kept so that a full disk can be opened (`worker/room.ts`), and what is known of the person beside the database. */
async function reserveBytes(): Promise<number> {
  try {
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemHandle>;
    };
    let sum = 0;
    for await (const entry of folder.values()) {
      if (entry instanceof FileSystemFileHandle) sum += (await entry.getFile()).size;
    }
    return sum;
  } catch {
    return 0;
  }
}

/** Two bytes a character. */
function smallBytes(): number {
  const own = Object.entries(localStorage).filter(([key]) => key.startsWith(OWN_KEYS));
  return own.reduce((sum, [key, text]) => sum + 2 * (key.length + String(text).length), 0);
}

async function estimated(): Promise<Measured['estimate']> {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return usage === undefined || !quota ? null : { usage, quota };
}
