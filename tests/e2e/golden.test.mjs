/**
 * The browser's build reads the bytes of protocol 1 that are committed, as the native build does (`tests/it/golden.rs`).
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

/** @typedef {{ store: string, key: string, value: Uint8Array }} Row */
/** @typedef {{ type: string, id: number, puts: Row[] }} Effect What matters here of an effect. */

/** @param {string} path */
const at = (path) => new URL(path, import.meta.url);
const wasm = '../../pwa/src/client/wasm/besace_client';

/** Sixteen equal bytes as the identifiers of the fixtures print. */
const MEMBER = '01040G2081040G2081040G2081';

/** What a clock that nobody can set says, in milliseconds: here it stands still. */
const MOMENT = 0;

/**
 * What the machine does by itself once it is told.
 *
 * @param {{ handle: (event: object, wall: number, moment: number) => Effect[] }} replica
 * @param {Effect[]} effects
 * @param {number} now Milliseconds since 1970.
 */
function settle(replica, effects, now) {
  const waiting = [...effects];
  /** @type {Row[]} */
  const rows = [];
  for (let effect = waiting.shift(); effect; effect = waiting.shift()) {
    if (effect.type === 'persist') {
      rows.push(...effect.puts);
      waiting.push(...replica.handle({ type: 'persisted', id: effect.id }, now, MOMENT));
    }
  }
  return rows;
}

test('frames of protocol 1 are read by the wasm build', async () => {
  // Who runs a replica hears what it is about to read.
  Object.assign(globalThis, { besaceApplying: () => {} });
  const { default: init, Replica } = await import(at(`${wasm}.js`).href);
  await init({ module_or_path: await readFile(at(`${wasm}_bg.wasm`)) });
  const coop = '060R30C1G60R30C1G60R30C1G6';
  const replica = new Replica({ coop, member: MEMBER, device: MEMBER, seed: new Uint8Array(32), version: '1' });
  const now = 1_772_438_402_000;
  settle(replica, replica.load([], now, MOMENT), now);
  settle(replica, replica.handle({ type: 'online' }, now, MOMENT), now);
  settle(replica, replica.handle({ type: 'token', jwt: 'a.b.c' }, now, MOMENT), now);
  settle(replica, replica.handle({ type: 'opened' }, now, MOMENT), now);
  const bytes = new Uint8Array(await readFile(at('../fixtures/wire/news.cbor')));
  const rows = settle(replica, replica.handle({ type: 'frame', bytes }, now, MOMENT), now);
  assert.ok(rows.some((row) => row.store === 'records'), 'the document of the frame is written');
  const window = { offset: 0, limit: 10 };
  const request = { view: 'expenses', member: MEMBER, year: 2026, month: null, window };
  const [expense] = replica.view(request, now).rows;
  assert.equal(expense.fields.label, 'Déjeuner à Quimper');
  assert.equal(expense.fields.netCents, 1850);
});
