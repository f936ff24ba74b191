/** What several say, put together. */

/** All of a union at once. */
export type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

/** Puts objects together, also those inside them. Two that say the same thing are a mistake of ours. */
export function merged<O extends object, T extends object>(own: O, parts: readonly T[]): O & All<T> {
  const all: Record<string, unknown> = {};
  for (const part of [own, ...parts]) add(all, part, '');
  return all as O & All<T>;
}

function add(all: Record<string, unknown>, part: object, path: string): void {
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    const before = all[key];
    if (before === undefined) all[key] = isTree(value) ? copied(value, `${path}/${key}`) : value;
    else if (isTree(before) && isTree(value)) add(before, value, `${path}/${key}`);
    else throw new Error(`${path}/${key} is said twice`);
  }
}

/** A copy, so that nothing is added to what one of them says. */
function copied(tree: Record<string, unknown>, path: string): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  add(all, tree, path);
  return all;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
