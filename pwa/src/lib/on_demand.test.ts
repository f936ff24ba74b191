import { afterEach, expect, test, vi } from 'vitest';

import { load, remind } from './on_demand.ts';

/** A service worker that answers whether it could keep a part. */
function worker(keeps: boolean) {
  return {
    postMessage: vi.fn((_: unknown, ports?: MessagePort[]) => ports?.[0]?.postMessage(keeps)),
  };
}

/** A browser whose registration has these workers. */
function browser(workers: Record<string, unknown> | undefined): void {
  const registration = workers && { installing: null, waiting: null, active: null, ...workers };
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
}

afterEach(() => vi.unstubAllGlobals());

test('what cannot be kept is not imported: many browsers remember a failed import', async () => {
  const importPart = vi.fn(() => Promise.resolve('texts'));
  browser({ active: worker(false) });
  expect(await load('en', importPart)).toBeNull();
  expect(importPart).not.toHaveBeenCalled();
  browser({ active: worker(true) });
  expect(await load('en', importPart)).toBe('texts');
});

test('a version that waits keeps the part too', async () => {
  const waiting = worker(true);
  browser({ active: worker(true), waiting });
  await load('en', () => Promise.resolve('texts'));
  expect(waiting.postMessage).toHaveBeenCalledWith({ keep: ['en'] });
});

test('on the first visit the part is imported, and the worker to come is told of it', async () => {
  browser(undefined);
  expect(await load('team', () => Promise.resolve('screens'))).toBe('screens');
  const installing = worker(true);
  remind({ installing, waiting: null, active: null } as unknown as ServiceWorkerRegistration);
  expect(installing.postMessage).toHaveBeenCalledWith({ keep: expect.arrayContaining(['team']) });
});

test('the modules of a part ask for it once, and again later', async () => {
  const active = worker(true);
  browser({ active });
  const module = (): Promise<string> => Promise.resolve('screens');
  await Promise.all([load('team', module), load('team', module)]);
  expect(active.postMessage).toHaveBeenCalledTimes(1);
  await load('team', module);
  expect(active.postMessage).toHaveBeenCalledTimes(2);
});

test('a failed import is an answer, not an error', async () => {
  browser(undefined);
  expect(await load('team', () => Promise.reject(new Error('offline')))).toBeNull();
});
