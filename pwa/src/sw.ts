/**
 * The service worker: keeps the app's own files, never anyone's data.
 *
 * Its one promise: once installed, the app opens with the relay down, and all its files come from the
 * same build. Parts that only some phones need are kept once a page has asked for them, in this build and
 * in all that follow. It shows what a push says, as it says it. It must not know what the app does, and it never
 * touches a request to the relay.
 */
import { shownNotice } from './lib/shown_notice.ts';

interface PrecacheEntry {
  url: string;
  integrity: string;
}

/** All three are written in by the build (`build/service_worker.ts`). */
declare const __PRECACHE__: readonly PrecacheEntry[];
/** The files of each part that is kept on demand, by its name. */
declare const __ON_DEMAND__: Readonly<Record<string, readonly PrecacheEntry[]>>;
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE_PREFIX = 'besace-shell-';
const CACHE = CACHE_PREFIX + __VERSION__;
const PRECACHE = __PRECACHE__;
const ON_DEMAND = __ON_DEMAND__;
const INDEX = '/index.html';
const HELD = new Set([PRECACHE, ...Object.values(ON_DEMAND)].flat().map((entry) => entry.url));

/** What stands in a cache that keeps a part: files change their names with each build, this does not. */
const markOf = (part: string): string => `/on-demand/${part}`;

/** What the relay answers itself, its pages for who has a mail of it and maybe no app included. */
const RELAYS = ['/api/', '/mail/'];

/** Files under this folder carry their hash in their name, so an older copy is the same file. */
const IMMUTABLE = '/assets/';

/** How many files are fetched at a time: a phone on a poor link gains nothing from more. */
const PARALLEL_FETCHES = 4;

/**
 * Fetches one file, checked against its hash by the browser itself.
 *
 * A mismatch or an error rejects, which fails the whole installation and leaves the previous build in place.
 */
async function fetched({ url, integrity }: PrecacheEntry, cache: RequestCache): Promise<Response> {
  const response = await fetch(new Request(url, { cache, integrity, credentials: 'same-origin' }));
  if (!response.ok || response.redirected) throw new Error(`cannot store ${url}: ${response.status}`);
  return response;
}

/**
 * Puts one file in the cache of this build.
 *
 * A file that an older build holds, or that the page has just downloaded, is not downloaded again;
 * `reload` keeps an old or spoiled entry of the browser's own cache out.
 */
async function store(cache: Cache, entry: PrecacheEntry): Promise<void> {
  const again = (): Promise<Response> => fetched(entry, 'reload');
  const response = entry.url.startsWith(IMMUTABLE)
    ? ((await caches.match(entry.url)) ?? (await fetched(entry, 'default').catch(again)))
    : await again();
  await cache.put(entry.url, response);
}

/** Stores files, a few at a time; rejects at the first that cannot be had. */
async function storeAll(cache: Cache, entries: readonly PrecacheEntry[]): Promise<void> {
  const waiting = [...entries];
  const lane = async (): Promise<void> => {
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) await store(cache, entry);
  };
  await Promise.all(Array.from({ length: PARALLEL_FETCHES }, lane));
}

/**
 * Keeps a part, its mark last: a mark says that every file is there. A part that this build does not
 * know is marked all the same, for the next one.
 */
async function keep(part: string): Promise<void> {
  const cache = await caches.open(CACHE);
  if (await cache.match(markOf(part))) return;
  await storeAll(cache, ON_DEMAND[part] ?? []);
  await cache.put(markOf(part), new Response());
}

/** Stores every file or none: those of the shell, and those of the parts that an older build kept here. */
async function install(): Promise<void> {
  try {
    await storeAll(await caches.open(CACHE), PRECACHE);
    for (const part of Object.keys(ON_DEMAND)) {
      if (await caches.match(markOf(part))) await keep(part);
    }
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Drops the files of older builds and takes charge of the pages that are open. */
async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * Answers from this build's files; the network is asked for one that was evicted or is not kept yet, and for all where
 * a full disk lets no cache be opened.
 */
async function fromShell(url: string, request: Request): Promise<Response> {
  const kept = await caches.match(url, { cacheName: CACHE }).catch(() => undefined);
  return kept ?? fetch(request);
}

/** Brings the app to the front, where it was left: somebody may be typing. Opens it where the notice leads if it is closed. */
async function come(address: string): Promise<void> {
  const [page] = await worker.clients.matchAll({ type: 'window' });
  await (page?.focus() ?? worker.clients.openWindow(address));
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));

worker.addEventListener('message', (event) => {
  // Only on the user's word: a new build must never take a page over in the middle of an entry.
  if (event.data === 'skip-waiting') {
    event.waitUntil(worker.skipWaiting());
    return;
  }
  const { keep: parts } = event.data as { keep: readonly string[] };
  const [reply] = event.ports;
  event.waitUntil(
    Promise.all(parts.map(keep)).then(
      () => reply?.postMessage(true),
      () => reply?.postMessage(false),
    ),
  );
});

worker.addEventListener('push', (event) => {
  const { title, options } = shownNotice(event.data?.text() ?? '', worker.location.origin);
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(come(event.notification.data as string));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (RELAYS.some((folder) => url.pathname.startsWith(folder))) return;
  if (request.mode === 'navigate') {
    event.respondWith(fromShell(INDEX, request));
  } else if (HELD.has(url.pathname)) {
    event.respondWith(fromShell(url.pathname, request));
  }
});
