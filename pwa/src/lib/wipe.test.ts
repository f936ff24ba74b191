import { expect, test } from 'vitest';

import { LANGUAGE_KEY, toldNoMore, wipe } from './wipe.ts';

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

/** A service worker's registration, as far as it is used. */
function workers(given: object): ServiceWorkerContainer {
  return { getRegistration: () => Promise.resolve(given) } as unknown as ServiceWorkerContainer;
}

test('nobody is told on a phone that was wiped, and what was shown there goes', async () => {
  const gone: string[] = [];
  const subscription = { unsubscribe: () => Promise.resolve(gone.push('address')) };
  const given = {
    getNotifications: () => Promise.resolve([{ close: () => gone.push('shown') }]),
    pushManager: { getSubscription: () => Promise.resolve(subscription) },
  };
  await wipe({ workers: workers(given) });
  expect(gone).toEqual(['shown', 'address']);
});

test('a browser that cannot push, or will not now, is wiped all the same', async () => {
  const storage = { getNotifications: undefined, pushManager: undefined };
  await toldNoMore(undefined);
  await toldNoMore(workers(storage));
  const refuses = { getSubscription: () => Promise.reject(new DOMException('no', 'AbortError')) };
  const names = new Set(['besace-coop.one.phone']);
  await wipe({ workers: workers({ ...storage, pushManager: refuses }), databases: databases(names) });
  expect([...names]).toEqual([]);
});
