/**
 * A road between a phone and the relay that the test can spoil. It works below HTTP, so that service workers,
 * WebSockets and every browser meet the same trouble.
 */
import { connect, createServer } from 'node:net';

/**
 * @typedef {object} Proxy
 * @property {string} url Where the phone finds the relay through this road.
 * @property {number} port
 * @property {() => void} cut Ends every connection and refuses new ones.
 * @property {() => void} restore
 * @property {(ms: number) => void} delay Holds every piece for so long, each way.
 * @property {(bytes: number | null) => void} truncate Ends each new connection after so many bytes of answer.
 * @property {() => void} stall Keeps connections open and forwards nothing more, as a lost radio does.
 * @property {() => number} opened How many connections were opened so far.
 * @property {() => Promise<void>} close
 */

/**
 * @param {() => number} target The relay's port now.
 * @returns {Promise<Proxy>}
 */
export async function startProxy(target) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  let isCut = false;
  let isStalled = false;
  let delayMs = 0;
  let opened = 0;
  /** @type {number | null} */
  let bytesMax = null;

  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (isCut) return near.resetAndDestroy();
    opened += 1;
    const far = connect(target(), '127.0.0.1');
    far.on('error', () => far.destroy());
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    let left = bytesMax ?? Infinity;
    carry(near, far, (piece) => piece);
    carry(far, near, (piece) => {
      const part = piece.subarray(0, left);
      left -= part.length;
      return part;
    }, () => left <= 0);
  });

  /**
   * @param {import('node:net').Socket} from
   * @param {import('node:net').Socket} to
   * @param {(piece: Buffer) => Buffer} shape
   * @param {() => boolean} [spent]
   */
  function carry(from, to, shape, spent = () => false) {
    from.on('data', (piece) => {
      if (isStalled) return;
      const part = shape(piece);
      const send = () => {
        if (!to.destroyed && part.length > 0 && !to.write(part)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        if (spent()) {
          to.destroySoon();
          from.destroy();
        }
      };
      if (delayMs > 0) setTimeout(send, delayMs);
      else send();
    });
    from.once('close', () => (delayMs > 0 ? setTimeout(() => to.destroySoon(), delayMs) : to.destroySoon()));
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const drop = () => sockets.forEach((socket) => socket.resetAndDestroy());

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    cut() {
      isCut = true;
      drop();
    },
    restore() {
      isCut = false;
      if (isStalled) drop();
      isStalled = false;
    },
    delay: (ms) => (delayMs = ms),
    truncate: (bytes) => (bytesMax = bytes),
    stall: () => (isStalled = true),
    opened: () => opened,
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
