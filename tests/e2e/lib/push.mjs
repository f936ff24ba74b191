/**
 * A push service, and browsers that are reached by it. Chromium asks its maker's for an address and nobody else's, so
 * pages are given addresses of this one, with real keys: what the relay sends there is decrypted as a browser would.
 */
import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const ece = createRequire(import.meta.url)('http_ece');

/** No message is longer (RFC 8030). */
const BODY_BYTES_MAX = 4096;

/** @typedef {{ endpoint: string, keys: { p256dh: string, auth: string } }} Address */
/** @typedef {{ headers: import('node:http').IncomingHttpHeaders, body: Buffer }} Delivery */

/** What one browser has of a push service. */
class Subscription {
  #ecdh = createECDH('prime256v1');
  #auth = randomBytes(16);
  /** @type {Address} */
  address;

  /**
   * @param {string} endpoint
   * @param {string} applicationServerKey
   */
  constructor(endpoint, applicationServerKey) {
    this.applicationServerKey = applicationServerKey;
    const p256dh = this.#ecdh.generateKeys().toString('base64url');
    this.address = { endpoint, keys: { p256dh, auth: this.#auth.toString('base64url') } };
  }

  /**
   * @param {Delivery} delivery
   * @returns {string}
   */
  read({ body }) {
    return ece.decrypt(body, { version: 'aes128gcm', privateKey: this.#ecdh, authSecret: this.#auth }).toString();
  }
}

export async function startPushService() {
  /** @type {Map<string, Delivery[]>} */
  const delivered = new Map();
  let last = 0;
  const server = createServer((asked, answer) => {
    /** @type {Buffer[]} */
    const pieces = [];
    asked.on('data', (piece) => pieces.push(piece));
    asked.on('end', () => {
      const body = Buffer.concat(pieces);
      const list = delivered.get(asked.url ?? '');
      if (!list || asked.method !== 'POST') answer.writeHead(410).end();
      else if (body.length > BODY_BYTES_MAX) answer.writeHead(413).end();
      else {
        list.push({ headers: asked.headers, body });
        answer.writeHead(201).end();
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  return {
    port,
    origin,
    /**
     * Has all pages of a browser reached by this service, as they would be by their maker's.
     * @param {import('playwright-core').BrowserContext} context
     */
    async serve(context) {
      /** @type {Subscription | null} */
      let now = null;
      const give = (/** @type {string} */ key) => {
        const path = `/${(last += 1)}-${randomBytes(8).toString('base64url')}`;
        delivered.set(path, []);
        return new Subscription(origin + path, key);
      };
      const pathOf = (/** @type {Subscription} */ one) => new URL(one.address.endpoint).pathname;
      await context.exposeFunction('pushService', (/** @type {string} */ what, /** @type {string} */ key) => {
        if (what === 'subscribe') {
          if (now && now.applicationServerKey !== key) return 'InvalidStateError';
          now ??= give(key);
        }
        if (what === 'unsubscribe' && now) {
          delivered.delete(pathOf(now));
          now = null;
        }
        return now?.address ?? null;
      });
      await context.addInitScript(() => {
        const { pushService } = /** @type {any} */ (globalThis);
        if (!('PushManager' in globalThis)) return;
        const made = (/** @type {Address | null} */ address) =>
          address && {
            endpoint: address.endpoint,
            toJSON: () => address,
            unsubscribe: () => pushService('unsubscribe').then(() => true),
          };
        Object.assign(PushManager.prototype, {
          getSubscription: async () => made(await pushService('read')),
          subscribe: async (/** @type {{ applicationServerKey: string }} */ { applicationServerKey: key }) => {
            if (Notification.permission !== 'granted') throw new DOMException('no', 'NotAllowedError');
            const answer = await pushService('subscribe', key);
            if (typeof answer === 'string') throw new DOMException('another key', answer);
            return made(answer);
          },
        });
      });
      return {
        /** By what the browser is reached; nothing where it is not. */
        get address() {
          return now?.address ?? null;
        },
        /** What came for it, decrypted. */
        read: () => (now ? (delivered.get(pathOf(now)) ?? []).map((one) => /** @type {Subscription} */ (now).read(one)) : []),
        /** What came with it. */
        headers: () => (now ? (delivered.get(pathOf(now)) ?? []).map(({ headers }) => headers) : []),
        /** The service gives another address, as after a browser was put back from a copy; the one of before is no more. */
        move() {
          if (!now) throw new Error('nobody is reached');
          delivered.delete(pathOf(now));
          now = give(now.applicationServerKey);
        },
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

/** @typedef {Awaited<ReturnType<typeof startPushService>>} PushService */

/**
 * Hands a message to a browser's service worker as its push service does.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function deliver(page, text) {
  // A page on its way to another has no service worker to hand anything to, and nobody says so.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const session = await page.context().newCDPSession(page);
  const found = new Promise((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const one = registrations.find(({ isDeleted }) => !isDeleted);
      if (one) resolve(one.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await found;
  // The session stays: a message on its way goes with it.
  await session.send('ServiceWorker.deliverPushMessage', { origin: new URL(page.url()).origin, registrationId, data: text });
}

/**
 * What the browser shows of the app's notifications.
 * @param {import('playwright-core').Page} page
 */
export function shown(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, lang, tag, data }) => ({ title, body, lang, tag, data }));
  });
}
