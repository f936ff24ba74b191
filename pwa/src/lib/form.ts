/**
 * What a form remembers of each field somebody typed in: what they saw when they began, and on which state of the
 * document. Pure: `form/form.svelte.ts` keeps it on the screen and on the disk.
 */

/** One field that somebody typed in. Values are as on the screen. */
export interface Touch {
  typed: unknown;
  /** What the field showed when typing began. */
  seen: unknown;
  /** The state of the document that was seen then (`base` of what was shown); `null`: there was none. */
  base: string | null;
  /** When typing began, in milliseconds since 1970. */
  since: number;
  /** What was seen is not to be had any more: the person chooses between what they typed and what stands. */
  lost?: boolean;
}

/** The touched fields of a form, by name. */
export type Touches = Readonly<Record<string, Touch>>;

/** Fields to be sent in one change, made on the state of the document that was seen when typing in them began. */
export interface Group {
  base: string | null;
  names: string[];
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** After somebody typed `typed` in a field that shows `shown` as long as nobody does. */
export function touch(touches: Touches, name: string, typed: unknown, now: Omit<Touch, 'typed'>): Touches {
  const before = touches[name];
  const { seen: shown } = now;
  // Back at what stands: nothing is left to save. Back at what was seen while that changed: the hand is not moved.
  if (same(typed, shown)) return without(touches, [name]);
  return { ...touches, [name]: { ...(before ?? now), typed } };
}

/** Whether what stands is neither what was seen nor what was typed: worth telling beside the field. */
export function hasMoved(touch: Touch, shown: unknown): boolean {
  return !same(touch.typed, shown) && (touch.lost === true || !same(touch.seen, shown));
}

/** Whether saving says anything of the field. */
export function isToSend(touch: Touch): boolean {
  return touch.lost === true || !same(touch.typed, touch.seen);
}

/** What is to be sent, by what was seen, the oldest first. */
export function groupsOf(touches: Touches): Group[] {
  const oldestFirst = Object.entries(touches)
    .filter(([, one]) => isToSend(one))
    .sort(([, one], [, other]) => one.since - other.since);
  const groups = new Map<string | null, string[]>();
  for (const [name, { base }] of oldestFirst) groups.set(base, [...(groups.get(base) ?? []), name]);
  return [...groups].map(([base, names]) => ({ base, names }));
}

/** The person saw what stands and keeps what they typed: it is then said of what stands. */
export function keep(touches: Touches, name: string, now: Omit<Touch, 'typed'>): Touches {
  const before = touches[name];
  return before ? { ...touches, [name]: { ...now, typed: before.typed } } : touches;
}

/** After `sent` was written: what was typed meanwhile stays touched, on what stands now. */
export function afterSaving(
  touches: Touches,
  sent: Readonly<Record<string, unknown>>,
  now: (name: string) => Omit<Touch, 'typed'>,
): Touches {
  let left = touches;
  for (const [name, written] of Object.entries(sent)) {
    const one = left[name];
    if (!one) continue;
    const later = now(name);
    left =
      same(one.typed, written) || same(one.typed, later.seen)
        ? without(left, [name])
        : { ...left, [name]: { ...later, typed: one.typed } };
  }
  return left;
}

/** After the phone answered that it no longer has what was seen: what did not change since needs no question. */
export function afterLoss(
  touches: Touches,
  names: readonly string[],
  now: (name: string) => Omit<Touch, 'typed'>,
): Touches {
  const changed = names.flatMap((name): [string, Touch][] => {
    const one = touches[name];
    if (!one) return [];
    const current = now(name);
    return same(one.seen, current.seen)
      ? [[name, { ...one, base: current.base, since: current.since }]]
      : [[name, { ...one, lost: true }]];
  });
  return { ...touches, ...Object.fromEntries(changed) };
}

export function without(touches: Touches, names: readonly string[]): Touches {
  return Object.fromEntries(Object.entries(touches).filter(([name]) => !names.includes(name)));
}

/**
 * A draft as earlier versions kept it: all fields, without what was seen. What differs from what stands may have been
 * typed, so it is kept and the person chooses; a new entry has nothing to choose from.
 */
export function fromFormer(
  former: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>>,
  entry: { base: string | null; since: number; isNew: boolean },
): Touches {
  const { base, since, isNew } = entry;
  const kept = Object.entries(former).filter(
    ([name, typed]) => name in shown && sameType(typed, shown[name]) && !same(typed, shown[name]),
  );
  return Object.fromEntries(
    kept.map(([name, typed]) => [
      name,
      { typed, seen: shown[name], base, since, ...(isNew ? {} : { lost: true }) },
    ]),
  );
}

/** Keeps what the form still has, in the type it has: another version of the app may have written the draft. */
export function fitting(touches: Touches, shown: Readonly<Record<string, unknown>>): Touches {
  return Object.fromEntries(
    Object.entries(touches).filter(
      ([name, one]) => name in shown && sameType(one.typed, shown[name]) && !same(one.typed, shown[name]),
    ),
  );
}

function sameType(one: unknown, other: unknown): boolean {
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}
