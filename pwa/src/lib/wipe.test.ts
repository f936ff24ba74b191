import { expect, test } from 'vitest';

import { LANGUAGE_KEY, wipe } from './wipe.ts';

/** A storage of pages, as far as it is used: its keys are its properties. */
function storage(content: Record<string, string>): Storage {
  const removeItem = { value: (key: string) => delete content[key] };
  return Object.defineProperty(content, 'removeItem', removeItem) as unknown as Storage;
}

function databases(names: Set<string>): IDBFactory {
  return {
    databases: () => Promise.resolve([...names].map((name) => ({ name, version: 1 }))),
    deleteDatabase: (name: string) => {
      const request = {} as IDBOpenDBRequest;
      queueMicrotask(() => {
        names.delete(name);
        request.onsuccess?.(new Event('success'));
      });
      return request;
    },
  } as unknown as IDBFactory;
}

test('nothing that a person left is found after a wipe, whoever they were', async () => {
  const names = new Set(['besace', 'besace-coop.one.phone', 'besace-coop.other.phone', 'of another app']);
  const localStorage = storage({ 'besace:draft:one:expense:new': '{}', [LANGUAGE_KEY]: 'en', other: '1' });
  const sessionStorage = storage({ 'besace:draft:one:note': '{}' });
  await wipe({ databases: databases(names) });
  await wipe({ storages: [localStorage, sessionStorage] });
  expect(Object.keys(localStorage)).toEqual([LANGUAGE_KEY]);
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect([...names]).toEqual(['besace', 'of another app']);
});

test('a tab that sleeps on a database keeps nobody waiting', async () => {
  const request = {} as IDBOpenDBRequest;
  const asleep = {
    databases: () => Promise.resolve([{ name: 'besace-coop.one.phone', version: 1 }]),
    deleteDatabase: () => {
      queueMicrotask(() => request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent));
      return request;
    },
  };
  await wipe({ databases: asleep as unknown as IDBFactory });
});
