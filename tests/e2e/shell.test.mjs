/** What a phone downloads before it can work offline: compressed beforehand, and not more than it should be. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import test from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { startRelay } from './lib/relay.mjs';

/**
 * After Brotli, in bytes: what an entrepreneur's phone downloads in French, so that it grows by decision only. The budget
 * stands in the README, and `make bench` says whether it is met; a toolchain that knows the wasm target by itself makes an
 * eighth more of the wasm.
 */
const SHELL_BYTES_MAX = 135 * 1024;
const WASM_BYTES_MAX = 708 * 1024;

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
  const listed = [...worker.body.toString().matchAll(/["`'](\/[^"`']+\.(?:wasm|js|css|html|ttf))["`']/g)];
  const paths = new Set(['/sw.js', ...listed.map(([, path]) => /** @type {string} */ (path))]);
  assert.ok([...paths].some((path) => path.endsWith('.wasm')), `no wasm among ${[...paths]}`);
  const parts = JSON.parse((await fetchRaw(`${relay.url}/on-demand.json`, 'identity')).body.toString());
  const onDemand = new Set(/** @type {string[][]} */ (Object.values(parts)).flat());
  assert.deepEqual(Object.keys(parts), ['access', 'accounts', 'correcting', 'device', 'en', 'hand_over', 'notices', 'pdf', 'shared', 'team']);
  for (const path of onDemand) assert.ok(paths.has(path), `the service worker does not know ${path}`);

  let [shell, wasm, all] = [0, 0, 0];
  for (const path of paths) {
    const [small, plain] = await Promise.all([
      fetchRaw(relay.url + path, 'gzip, deflate, br'),
      fetchRaw(relay.url + path, 'identity'),
    ]);
    assert.equal(small.headers['content-encoding'], 'br', path);
    assert.equal(plain.headers['content-encoding'], undefined, path);
    assert.ok(brotliDecompressSync(small.body).equals(plain.body), `${path} is not the same file`);
    all += small.body.length;
    if (path.endsWith('.wasm')) wasm += small.body.length;
    else if (!onDemand.has(path)) shell += small.body.length;
  }
  console.log(`# ${kib(shell + wasm)} for an entrepreneur in French, ${kib(all)} with every language and role`);
  assert.ok(shell <= SHELL_BYTES_MAX, `the shell takes ${kib(shell)}`);
  assert.ok(wasm <= WASM_BYTES_MAX, `the wasm takes ${kib(wasm)}`);
});

/** @param {number} bytes */
function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
