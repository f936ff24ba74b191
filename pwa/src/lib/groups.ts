/** Runs of a sorted list: the days of a journal, the months of a year. */

import type { Formats } from './format.ts';

export interface Group<T, K extends string = string> {
  key: K;
  items: T[];
}

/** Cuts a list wherever `keyOf` changes. The order stays. */
export function groupBy<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Group<T, K>[] {
  const groups: Group<T, K>[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
}

/** The month a date belongs to. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** A list under the titles of its months, each with a note if there is something to say of it. */
export function byMonth<T>(
  rows: readonly T[],
  dateOf: (row: T) => string,
  f: Formats,
  note: (month: string) => string = () => '',
): { key: string; title: string; note: string; items: T[] }[] {
  return groupBy(rows, (row) => monthOf(dateOf(row))).map(({ key, items }) => ({
    key,
    title: f.monthTitle(key),
    note: note(key),
    items,
  }));
}
