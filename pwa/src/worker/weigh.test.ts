import type { IDBPDatabase } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';

import type { Weighed } from '../client/device.ts';
import { add, weigh } from './weigh.ts';

afterEach(() => vi.unstubAllGlobals());

type Key = string | string[];
type Entry = [Key, Uint8Array | ArrayBuffer];

/** A store in memory, as far as it is walked through. */
function database(entries: Entry[]): IDBPDatabase {
  vi.stubGlobal('IDBKeyRange', { lowerBound: (after: Key) => after });
  const openCursor = (after: Key | null) => {
    let at = after ? entries.findIndex(([key]) => String(key) === String(after)) + 1 : 0;
    const cursor = (): unknown => {
      const [key, value] = entries[at] ?? [];
      if (!key) return null;
      return { key, value, continue: () => ((at += 1), Promise.resolve(cursor())) };
    };
    return Promise.resolve(cursor());
  };
  return { transaction: () => ({ store: { openCursor } }) } as unknown as IDBPDatabase;
}

async function walked(db: IDBPDatabase, store: string): Promise<Weighed[]> {
  const steps: Weighed[] = [];
  let after: Weighed['next'] = null;
  do {
    const step: Weighed = await weigh(db, store, after);
    steps.push(step);
    after = step.next;
  } while (after !== null);
  return steps;
}

const sum = (steps: Weighed[], name: string): number =>
  steps.reduce((all, { bytes }) => all + (bytes[name] ?? 0), 0);

test('rows are added up by their store, each once, however many steps it takes', async () => {
  const rows = (store: string, n: number): Entry[] =>
    Array.from({ length: n }, (_, index) => [[store, String(index).padStart(6, '0')], new Uint8Array(3)]);
  const steps = await walked(database([...rows('changes', 1000), ...rows('outbox', 5)]), 'rows');
  expect(steps.length).toBe(3);
  expect([sum(steps, 'changes'), sum(steps, 'outbox')]).toEqual([3000, 15]);
});

test('large rows make shorter steps', async () => {
  const large: Entry[] = ['a', 'b', 'c', 'd'].map((hash) => [hash, new ArrayBuffer(1_500_000)]);
  const steps = await walked(database(large), 'thumbs');
  expect(steps.length).toBe(2);
  expect(sum(steps, 'thumbs')).toBe(6_000_000);
});

test('nothing weighs nothing', async () => {
  expect(await walked(database([]), 'rows')).toEqual([{ bytes: {}, kinds: {}, next: null }]);
});

test('documents are counted by the number of their kind; of a row that begins otherwise it is not known', () => {
  const all: Weighed = { bytes: {}, kinds: {}, next: null };
  for (const row of [
    [0x8c, 0x84, 3, 0x50],
    [0x87, 0x84, 3, 0x50],
    [0x8c, 0x84, 0x18, 43, 0x50],
    [0xa1, 0x84, 3],
    [0x8c, 0x60, 3],
    [],
  ]) {
    add(all, 'docs', new Uint8Array(row));
  }
  add(all, 'records', new Uint8Array([0x8c, 0x84, 5]));
  expect(all.kinds).toEqual({ 3: 2, 43: 1, 0: 3 });
});
