/** Views that stay true: read from the replica, read again when it says that something changed. */
import { tick } from 'svelte';

import type { Info, Page, ViewOf, ViewRequest, Views, Window } from '../client/generated/types.ts';
import { concerns } from '../registry/topics.ts';
import { app, client } from './app.svelte.ts';

interface OnScreen {
  /** Reads it again. */
  again(): Promise<void>;
  /** What is being read of it already. */
  underWay(): Promise<void> | undefined;
}

/** Every view on screen. */
const onScreen = new Set<OnScreen>();

/** Longer than any view takes; what is waited for is only that the screen follows what was just written. */
const CATCH_UP_MS_MAX = 2_000;

/** Resolves once the screen shows all that is known here. */
export function caughtUp(): Promise<void> {
  return shown((view) => view.again());
}

/** Resolves once the screen shows what somebody was just told is saved: it is being read since. */
export function followed(): Promise<void> {
  return shown((view) => view.underWay());
}

async function shown(read: (view: OnScreen) => Promise<void> | undefined): Promise<void> {
  const all = Promise.all([...onScreen].map(read));
  const late = new Promise((resolve) => setTimeout(resolve, CATCH_UP_MS_MAX));
  await Promise.race([all, late]);
  await tick();
}

/** Reads one at a time: whatever is asked for meanwhile is a single other read. */
function oneByOne(readOnce: () => Promise<void>): OnScreen {
  let running: Promise<void> | undefined;
  let stale = false;

  async function read(): Promise<void> {
    do {
      stale = false;
      await readOnce();
    } while (stale);
  }

  return {
    again() {
      stale = running !== undefined;
      running ??= read().finally(() => (running = undefined));
      return running;
    },
    underWay: () => running,
  };
}

/** Reads a view now and at each change that concerns it. Returns the way to stop. */
function follow(view: OnScreen, name: keyof Views): () => void {
  void view.again();
  onScreen.add(view);
  const stop = client.listen((notice) => {
    if (notice.type === 'changed' && concerns(name, notice.topics)) void view.again();
  });
  return () => {
    onScreen.delete(view);
    stop();
  };
}

/** A view on screen. `data` is undefined only until the first local read. */
export interface Live<R extends ViewRequest> {
  readonly data: NonNullable<ViewOf<R>> | undefined;
  /** The replica answered that there is no such thing. */
  readonly missing: boolean;
}

/**
 * Reads a view for as long as the calling component lives.
 *
 * While one read is under way, changes ask for a single other one: a thousand records that arrive
 * together cost two reads.
 */
export function live<R extends ViewRequest>(request: () => R | null): Live<R> {
  let data = $state.raw<NonNullable<ViewOf<R>>>();
  let missing = $state(false);
  let current = '';
  const view = oneByOne(async () => {
    const wanted = request();
    if (!wanted) return;
    const name = JSON.stringify(wanted);
    try {
      const answer = await client.view(wanted);
      if (name !== current) return;
      data = answer ?? undefined;
      missing = answer === null;
    } catch {
      // Not open yet: the standing changes when it is, and the effect below runs again.
    }
  });

  $effect(() => {
    const wanted = request();
    if (!wanted || app.standing.state !== 'open') return;
    const name = JSON.stringify(wanted);
    if (name !== current) {
      current = name;
      data = undefined;
      missing = false;
    }
    return follow(view, wanted.view);
  });

  return {
    get data() {
      return data;
    },
    get missing() {
      return missing;
    },
  };
}

/**
 * The row of a list that is open. It stays when it leaves the list, as somebody removed it or may no longer read it:
 * what is being typed in it must not go with it.
 */
export function lasting<T extends { info: Info }>(item: () => string | null, rows: () => T[] | undefined) {
  let last: T | undefined;
  const row = $derived.by(() => {
    const wanted = item();
    const all = rows();
    const found = all?.find((one) => one.info.id === wanted);
    if (found) last = found;
    if (found || last?.info.id !== wanted) return found;
    if (!all) return last;
    return { ...last, info: { ...last.info, removedAt: new Date().toISOString() } };
  });
  return {
    get row(): T | undefined {
      return row;
    },
  };
}

/** Rows asked for at a time; the replica gives at most 200. */
const CHUNK = 100;

export type PageName = { [N in keyof Views]: Views[N] extends Page<unknown> ? N : never }[keyof Views];
export type RowOf<N extends PageName> = Views[N] extends Page<infer T> ? T : never;

/** A list on screen, read from its top as far as somebody scrolled. */
export interface LiveRows<T> {
  /** Undefined only until the first local read. */
  readonly rows: T[] | undefined;
  readonly total: number;
  /** Reads further down, if there is more. */
  more(): void;
}

/**
 * Reads a paged list for as long as the calling component lives: as far as somebody scrolls, or the whole of one that
 * the screen orders for itself.
 */
export function liveRows<N extends PageName>(
  request: (window: Window) => Extract<ViewRequest, { view: N }> | null,
  { whole = false } = {},
): LiveRows<RowOf<N>> {
  const first = whole ? Infinity : CHUNK;
  let rows = $state.raw<RowOf<N>[]>();
  let total = $state(0);
  let wanted = $state(first);
  let current = '';
  const view = oneByOne(async () => {
    const name = current;
    const found: RowOf<N>[] = [];
    let all = 0;
    try {
      do {
        const part = request({ offset: found.length, limit: CHUNK });
        if (!part) break;
        const page = (await client.view(part)) as unknown as Page<RowOf<N>>;
        all = page.total;
        found.push(...page.rows);
        if (page.rows.length === 0) break;
      } while (found.length < Math.min(wanted, all) && name === current);
    } catch {
      return;
    }
    if (name !== current) return;
    rows = found;
    total = all;
  });

  $effect(() => {
    const top = request({ offset: 0, limit: CHUNK });
    if (!top || app.standing.state !== 'open') return;
    const name = JSON.stringify(top);
    if (name !== current) {
      current = name;
      rows = undefined;
      wanted = first;
    }
    return follow(view, (top as ViewRequest).view);
  });

  return {
    get rows() {
      return rows;
    },
    get total() {
      return total;
    },
    more() {
      if (rows === undefined || rows.length >= total) return;
      wanted = rows.length + CHUNK;
      void view.again();
    },
  };
}
