/**
 * A road between a phone and the relay that the test can spoil. It works below HTTP, so that service workers,
 * WebSockets and every browser meet the same trouble.
 */
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {object} Proxy
 * @property {string} url Where the phone finds the relay through this road.
 * @property {number} port
 * @property {() => void} cut Ends every connection and refuses new ones.
 * @property {() => void} restore
 * @property {(ms: number) => void} delay Holds every piece for so long, each way.
 * @property {(bytes: number | null) => void} truncate Ends each new connection after so many bytes of answer.
 * @property {() => void} stall Keeps connections open and forwards nothing more, as a lost radio does.
 * @property {(bytesPerSecond: number | null) => void} throttle Lets so much through, each way, all connections together.
 * @property {() => number} opened How many connections were opened so far.
 * @property {() => { up: number, down: number }} carried Bytes that went through so far, each way.
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
  let bytesPerSecond = null;
  const up = { bytes: 0, freeAt: 0 };
  const down = { bytes: 0, freeAt: 0 };
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
    carry(near, far, up, (piece) => piece);
    carry(
      far,
      near,
      down,
      (piece) => {
        const part = piece.subarray(0, left);
        left -= part.length;
        return part;
      },
      () => left <= 0,
    );
  });

  /**
   * How long a piece is on its way.
   * @param {typeof up} lane
   * @param {number} bytes
   */
  function travels(lane, bytes) {
    lane.bytes += bytes;
    if (bytesPerSecond === null) return delayMs;
    const now = performance.now();
    lane.freeAt = Math.max(lane.freeAt, now) + (bytes / bytesPerSecond) * 1000;
    return lane.freeAt - now + delayMs;
  }

  /**
   * @param {import('node:net').Socket} from
   * @param {import('node:net').Socket} to
   * @param {typeof up} lane
   * @param {(piece: Buffer) => Buffer} shape
   * @param {() => boolean} [spent]
   */
  function carry(from, to, lane, shape, spent = () => false) {
    /** What came first arrives first, also where the road gets better meanwhile. */
    let turn = Promise.resolve();
    /**
     * @param {number} bytes
     * @param {() => void} arrive
     */
    const travel = (bytes, arrive) => {
      const due = performance.now() + travels(lane, bytes);
      turn = turn.then(async () => {
        const leftMs = due - performance.now();
        if (leftMs > 0) await pause(leftMs);
        arrive();
      });
    };
    from.on('data', (piece) => {
      if (isStalled) return;
      const part = shape(piece);
      travel(part.length, () => {
        if (!to.destroyed && part.length > 0 && !to.write(part)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        if (spent()) {
          to.destroySoon();
          from.destroy();
        }
      });
    });
    from.once('close', () => travel(0, () => to.destroySoon()));
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
    throttle: (bytes) => (bytesPerSecond = bytes),
    opened: () => opened,
    carried: () => ({ up: up.bytes, down: down.bytes }),
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
