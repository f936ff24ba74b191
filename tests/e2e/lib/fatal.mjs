/**
 * Content that ends the app when it is read, found by chance from what a phone holds: bytes are changed from a seed
 * and sealed again, until the app's own module does not survive one. Nothing here says which.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const MODULE = new URL('../../../pwa/src/client/wasm/besace_client.js', import.meta.url);
const WASM = new URL('../../../pwa/src/client/wasm/besace_client_bg.wasm', import.meta.url);
const TRIES_MAX = 100_000;
/** Bytes changed at once, at most. */
const CHANGED_MAX = 4;
/** A chunk: four bytes of name, four of checksum, then what the checksum is of. */
const CHECKSUM_AT = 4;
const SEALED_FROM = 8;
/** Its kind and its length. */
const HEAD_BYTES = 11;

/** @typedef {{ store: string, key: string, value: Uint8Array }} Row */
/** @typedef {{ coop: string, member: string, device: string }} Owner */
/** @typedef {{ Replica: new (config: object) => { load(rows: Row[], wall: number, moment: number): unknown, view(request: object, wall: number): { total: number } } }} Module */

/**
 * The last accepted change of the document with this year's expenses, made fatal.
 * @param {Row[]} rows What the phone holds.
 * @param {Owner} owner Whose phone it is.
 * @param {number} year
 */
export async function fatalRow(rows, owner, year) {
  Object.assign(globalThis, { besaceApplying: () => undefined });
  const module = await import(MODULE.href);
  await module.default({ module_or_path: await readFile(WASM) });
  /** @param {Row[]} rows */
  const expenses = (rows) => expensesIn(module, rows, owner, year);
  const content = rows.filter(({ store }) => ['docs', 'snapshots', 'changes'].includes(store));
  const docs = new Set(content.filter(({ store }) => store === 'docs').map(({ key }) => key));
  for (const doc of docs) {
    const its = content.filter(({ key }) => key === doc || key.startsWith(`${doc}/`));
    const last = its.filter(({ store }) => store === 'changes').at(-1);
    if (!last || expenses(its) === 0) continue;
    const others = its.filter((row) => row !== last);
    for (const value of changed(last.value)) {
      try {
        expenses([...others, { ...last, value }]);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) return { doc, row: { ...last, value } };
      }
    }
  }
  throw new Error('no change of these bytes ends the app');
}

/**
 * @param {Module} module
 * @param {Row[]} rows
 * @param {Owner} owner
 * @param {number} year
 */
function expensesIn(module, rows, owner, year) {
  const replica = new module.Replica({ ...owner, seed: new Uint8Array(32), version: 'test' });
  replica.load(rows, 0, 0);
  const window = { offset: 0, limit: 1 };
  return replica.view({ view: 'expenses', member: null, year, month: null, window }, 0).total;
}

/**
 * Sealed chunks, each with a few bytes changed.
 * @param {Uint8Array} chunk
 */
function* changed(chunk) {
  let state = 7;
  const below = (/** @type {number} */ range) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % range;
  };
  for (let tried = 0; tried < TRIES_MAX; tried++) {
    const bytes = Uint8Array.from(chunk);
    for (let left = 1 + below(CHANGED_MAX); left > 0; left--) {
      bytes[HEAD_BYTES + below(bytes.length - HEAD_BYTES)] = below(256);
    }
    const digest = createHash('sha256').update(bytes.subarray(SEALED_FROM)).digest();
    bytes.set(digest.subarray(0, SEALED_FROM - CHECKSUM_AT), CHECKSUM_AT);
    yield bytes;
  }
}
