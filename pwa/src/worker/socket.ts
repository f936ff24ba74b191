/**
 * The road to the relay: a WebSocket of binary frames, or one POST per exchange where sockets die.
 *
 * It holds no policy. When to connect, to give up, to try again and which road to take is the replica's
 * decision (jitter included); this file opens, closes and reports.
 */
import type { Event } from '../client/generated/types.ts';

const SOCKET_PATH = '/api/v1/sync/socket';
const POST_PATH = '/api/v1/sync';
const SUBPROTOCOL = 'besace.v1';
const POST_TYPE = 'application/x-besace-frames';

/** A socket that has not opened by then counts as closed: some proxies swallow the upgrade. */
const OPEN_MS_MAX = 10_000;
/** One exchange over POST. */
const POST_MS_MAX = 30_000;
/** What a normal end is called (RFC 6455, 7.4.1). */
const CLOSED_NORMALLY = 1000;

type Report = (event: Event) => void;

export class Road {
  readonly #report: Report;
  #socket: WebSocket | undefined;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Opens the socket. Does nothing when it is open or opening. */
  connect(): void {
    if (this.#socket) return;
    const url = new URL(SOCKET_PATH, self.location.origin);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, SUBPROTOCOL);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    const closed = (): void => {
      clearTimeout(timer);
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#report({ type: 'closed' });
    };
    const timer = setTimeout(() => {
      closed();
      socket.close();
    }, OPEN_MS_MAX);
    socket.onopen = () => {
      clearTimeout(timer);
      if (this.#socket === socket) this.#report({ type: 'opened' });
    };
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (this.#socket === socket && message.data instanceof ArrayBuffer) {
        this.#report({ type: 'frame', bytes: new Uint8Array(message.data) });
      }
    };
    socket.onclose = closed;
  }

  /** Sends one message. On a socket that just closed it is lost, as on any network. */
  send(bytes: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(bytes.slice());
  }

  /** Closes the socket. The replica asked for it, so nothing is reported. */
  disconnect(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(CLOSED_NORMALLY);
  }

  /** Makes one whole exchange over HTTPS. */
  async post(id: number, bytes: Uint8Array): Promise<void> {
    try {
      const response = await fetch(POST_PATH, {
        method: 'POST',
        body: bytes.slice(),
        headers: { 'content-type': POST_TYPE },
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(POST_MS_MAX),
      });
      // A captive portal answers 200 with a page: only our own type is an answer.
      if (!response.ok || response.headers.get('content-type') !== POST_TYPE) throw new Error('no answer');
      this.#report({ type: 'postAnswer', id, bytes: new Uint8Array(await response.arrayBuffer()) });
    } catch {
      this.#report({ type: 'postFailed', id });
    }
  }
}
