/** What a phone downloads before it can work offline: compressed beforehand, and no more than promised. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import test from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { startRelay } from './lib/relay.mjs';

/** Wasm, scripts, styles and page after Brotli, in bytes. */
const APP_BYTES_MAX = 470 * 1024;

/**
 * @param {string} url
 * @param {string} encodings What the phone accepts.
 * @returns {Promise<{ headers: import('node:http').IncomingHttpHeaders, body: Buffer }>} As it came over the wire.
 */
function fetchRaw(url, encodings) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encodings, accept: 'text/html,*/*' } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

test('the app comes compressed, whole, and within its budget', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const worker = await fetchRaw(`${relay.url}/sw.js`, 'identity');
  const listed = [...worker.body.toString().matchAll(/"(\/[^"]+\.(?:wasm|js|css|html))"/g)];
  const paths = new Set(['/sw.js', ...listed.map(([, path]) => /** @type {string} */ (path))]);
  assert.ok([...paths].some((path) => path.endsWith('.wasm')), `no wasm among ${[...paths]}`);

  let sum = 0;
  for (const path of paths) {
    const [small, plain] = await Promise.all([
      fetchRaw(relay.url + path, 'gzip, deflate, br'),
      fetchRaw(relay.url + path, 'identity'),
    ]);
    assert.equal(small.headers['content-encoding'], 'br', path);
    assert.equal(plain.headers['content-encoding'], undefined, path);
    assert.ok(brotliDecompressSync(small.body).equals(plain.body), `${path} is not the same file`);
    sum += small.body.length;
  }
  assert.ok(sum <= APP_BYTES_MAX, `the app takes ${Math.ceil(sum / 1024)} KiB`);
});
