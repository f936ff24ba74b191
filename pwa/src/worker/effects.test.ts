import { expect, test, vi } from 'vitest';

import type { Dispatched, Effect, Intent } from '../client/generated/types.ts';
import type { Outcome, Progress } from '../client/messages.ts';
import type { Replica } from '../client/replica.ts';
import { Runner } from './effects.ts';
import type { Storage } from './storage.ts';

const TEXT: Intent = {
  type: 'do',
  command: { type: 'prepareSession', id: '01KJ9PWE0030C1G60R30C1G60R', text: 'Bonjour' },
  base: null,
};

/** A worker around a replica that writes a text in so many parts, and a disk that takes everything. */
function worker(parts: number, last: Dispatched['result'] = { outcome: 'done', token: 1, entry: null }) {
  const told: (Progress | string | null)[] = [];
  /** Resolves once the disk has it: at once, unless a test makes it slow. */
  let write = (): Promise<void> => Promise.resolve();
  let made = 0;
  const persist: Effect = { type: 'persist', id: 9, strict: true, puts: [], deletes: [] };
  const replica = {
    dispatch: (intent: Intent): Dispatched => {
      told.push(intent.type);
      made += 1;
      if (made < parts)
        return { result: { outcome: 'part', part: 1, done: made, total: parts }, effects: [] };
      const changed: Effect = { type: 'changed', topics: ['activity', 'sync'] };
      return { result: last, effects: last.outcome === 'done' ? [changed, persist] : [] };
    },
    handle: (event: { type: string }): Effect[] => {
      const changed: Effect = { type: 'changed', topics: ['sync'] };
      return event.type === 'persisted' ? [{ type: 'saved', token: 1 }, changed] : [changed];
    },
  };
  const disk = { write: () => write(), close: () => undefined };
  const runner = new Runner(replica as unknown as Replica, disk as unknown as Storage, {
    sign: () => new Promise(() => undefined),
    token: () => new Promise(() => undefined),
    changed: (topics) => void told.push(topics.join(' ')),
    progress: (progress) => void told.push(progress),
    saved: () => void told.push('saved'),
    wipe: () => undefined,
    fenceLost: () => undefined,
    broken: (error) => expect.fail(String(error)),
  });
  return { runner, told, slow: (until: Promise<void>) => (write = () => until) };
}

test('what a person saves is told with what changed by it, once', async () => {
  const { runner, told } = worker(1);
  await runner.give(TEXT);
  expect(told).toEqual(['do', 'saved', 'activity sync']);
  runner.tell({ type: 'tick' });
  expect(told.at(-1)).toBe('sync');
});

test('on a slow disk the screen shows what changed before it is saved', async () => {
  vi.useFakeTimers();
  try {
    const { runner, told, slow } = worker(1);
    let wake = (): void => undefined;
    slow(new Promise((resolve) => (wake = resolve)));
    const given = runner.give(TEXT);
    expect(told).toEqual(['do']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['do', 'activity sync']);
    wake();
    expect(await given).toEqual<Outcome>({ outcome: 'saved', entry: null });
    expect(told).toEqual(['do', 'activity sync', 'saved', 'sync']);
  } finally {
    vi.useRealTimers();
  }
});

test('a long paste is saved step by step, says how far it is, and lets others in between', async () => {
  const { runner, told } = worker(3);
  const given = runner.give(TEXT);
  // A message that came meanwhile.
  setTimeout(() => told.push('a view'));
  expect(await given).toEqual<Outcome>({ outcome: 'saved', entry: null });
  const [first, second] = [1, 2].map((done) => ({ done, total: 3 }));
  expect(told.slice(0, 2)).toEqual(['do', first]);
  expect(told.indexOf('a view')).toBeLessThan(told.lastIndexOf('goOn'));
  expect(told.filter((one) => one !== 'a view')).toEqual([
    'do',
    first,
    'goOn',
    second,
    'goOn',
    null,
    'saved',
    'activity sync',
  ]);
});

test('what one change holds says nothing of how far it is', async () => {
  const { runner, told } = worker(1);
  await runner.give(TEXT);
  expect(told).toEqual(['do', 'saved', 'activity sync']);
});

test('a long paste that is refused in the middle ends its progress', async () => {
  const refused = { outcome: 'rejected', code: 'forbidden', field: '' } as const;
  const { runner, told } = worker(2, refused);
  expect(await runner.give(TEXT)).toEqual(refused);
  expect(told.at(-1)).toBe(null);
});

test('a worker that stops in the middle of a long paste says that it did not end', async () => {
  const { runner } = worker(9);
  const given = runner.give(TEXT);
  await vi.waitFor(() => undefined);
  runner.stop();
  expect(await given).toBe(null);
});
