/** A front that passes everything to the relay, and can pretend that a newer build of the app was deployed. */
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * @param {() => number} target The relay's port.
 */
export async function startFront(target) {
  let release = '';
  /** @type {Set<import('node:stream').Duplex>} */
  const sockets = new Set();

  const server = createServer((asked, answer) => {
    const isWorker = asked.url === '/sw.js';
    // The worker's text is changed below, so it has to come as it is, each time.
    const { 'accept-encoding': encoding, 'if-none-match': tag, ...headers } = asked.headers;
    const onward = request(
      {
        port: target(),
        host: '127.0.0.1',
        method: asked.method,
        path: asked.url,
        headers: isWorker ? headers : asked.headers,
      },
      (got) => {
        if (!isWorker) {
          answer.writeHead(got.statusCode ?? 502, got.headers);
          got.pipe(answer);
          return;
        }
        const { 'content-length': length, etag, ...kept } = got.headers;
        answer.writeHead(got.statusCode ?? 502, { ...kept, 'cache-control': 'no-store' });
        got.on('data', (piece) => answer.write(piece));
        got.on('end', () => answer.end(`\n// ${release}\n`));
      },
    );
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (asked, near, head) => {
    const far = connect(target(), '127.0.0.1', () => {
      const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
      for (let i = 0; i < asked.rawHeaders.length; i += 2) lines.push(`${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}`);
      far.write(`${lines.join('\r\n')}\r\n\r\n`);
      far.write(head);
      far.pipe(near).pipe(far);
    });
    for (const socket of [near, far]) socket.on('error', () => [near, far].forEach((one) => one.destroy()));
  });

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** @param {string} name From now on the app's build is another one. */
    deploy: (name) => (release = name),
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
