/**
 * The service worker: keeps the app's own files, never anyone's data.
 *
 * Its one promise: once installed, the app opens with the relay down, and all its files come from the
 * same build. It must not know what the app does, and it never touches a request to the relay.
 */

interface PrecacheEntry {
  url: string;
  integrity: string;
}

/** Both are written in by the build (`build/service_worker.ts`). */
declare const __PRECACHE__: readonly PrecacheEntry[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE_PREFIX = 'besace-shell-';
const CACHE = CACHE_PREFIX + __VERSION__;
const INDEX = '/index.html';
const HELD = new Set(__PRECACHE__.map((entry) => entry.url));

/** Files under this folder carry their hash in their name, so an older copy is the same file. */
const IMMUTABLE = '/assets/';

/** How many files are fetched at a time: a phone on a poor link gains nothing from more. */
const PARALLEL_FETCHES = 4;

/**
 * Puts one file in the cache of this build, checked against its hash by the browser itself.
 *
 * `cache: 'reload'` keeps an old HTTP cache entry out; a mismatch or an error rejects, which fails
 * the whole installation and leaves the previous build in place.
 */
async function store(cache: Cache, entry: PrecacheEntry): Promise<void> {
  if (entry.url.startsWith(IMMUTABLE)) {
    const known = await caches.match(entry.url);
    if (known) return cache.put(entry.url, known);
  }
  const request = new Request(entry.url, {
    cache: 'reload',
    integrity: entry.integrity,
    credentials: 'same-origin',
  });
  const response = await fetch(request);
  if (!response.ok || response.redirected) throw new Error(`cannot store ${entry.url}: ${response.status}`);
  await cache.put(entry.url, response);
}

/** Stores every file or none. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = [...__PRECACHE__];
  const lane = async (): Promise<void> => {
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) await store(cache, entry);
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL_FETCHES }, lane));
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

/** Answers from this build's files; the network is asked only if a file has been evicted. */
async function fromShell(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));

worker.addEventListener('message', (event) => {
  // Only on the user's word: a new build must never take a page over in the middle of an entry.
  if (event.data === 'skip-waiting') event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    event.respondWith(fromShell(INDEX, request));
  } else if (HELD.has(url.pathname)) {
    event.respondWith(fromShell(url.pathname, request));
  }
});
