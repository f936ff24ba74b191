/**
 * What a phone holds, as the app kept it before the kinds of document were listed: records all began with one digest and
 * named their kind, cursors spoke of no kinds, and there were no documents of later kinds.
 */
import { readFileSync } from 'node:fs';

/** @typedef {import('./rows.mjs').PlainRow} PlainRow */

/** The store that a build of that time left. */
const FIXTURE = new URL('../../../client-wasm/fixtures/store_before_kinds_were_listed.txt', import.meta.url);
/** The kinds that there were, by their numbers. */
const KINDS = ['', 'directory', 'profile', 'activity', 'coaching_log', 'coach_notes', 'event', 'rsvp', 'roster'];
const DIGEST_BYTES = 8;

/** What every record began with then. */
export const DIGEST = recordOfThen().slice(0, DIGEST_BYTES);

function recordOfThen() {
  const [, , hex = ''] = (/^records .*$/m.exec(readFileSync(FIXTURE, 'utf8'))?.[0] ?? '').split(' ');
  return [...Buffer.from(hex, 'hex')];
}

/**
 * Says how the rows of a phone stood then.
 * @param {PlainRow[]} rows
 * @returns {import('./rows.mjs').Rewritten}
 */
export function asBefore(rows) {
  const kinds = new Map(rows.filter(({ store }) => store === 'docs').map(({ key, value }) => [key, kindOf(value)]));
  /** @type {import('./rows.mjs').Rewritten} */
  const then = { puts: [], deletes: [] };
  for (const row of rows) {
    const { store, key, value } = row;
    const number = kinds.get(key.split('/')[0] ?? '');
    const word = number === undefined ? '' : KINDS[number];
    if (store === 'meta') then.puts.push({ ...row, value: withoutKinds(value) });
    else if (number === undefined) continue;
    else if (!word) then.deletes.push({ store, key });
    else if (store === 'records') {
      then.puts.push({ ...row, value: [...DIGEST, ...text(word), ...value.slice(DIGEST_BYTES)] });
    }
  }
  return then;
}

/**
 * The number of a document's kind: a row is a list that begins with the document's head, a list that begins with it.
 * @param {number[]} row
 */
function kindOf([, , number = 0]) {
  return number;
}

/**
 * A short text in CBOR.
 * @param {string} word
 */
function text(word) {
  return [0x60 + word.length, ...Buffer.from(word)];
}

/**
 * The counters of a phone, in which the cursor stands first: a list of epoch, place and mark, of work under way (null
 * here) and of kinds.
 * @param {number[]} row
 */
function withoutKinds(row) {
  const [length, from] = argument(row, 1);
  const cursor = row.slice(from, from + length);
  let end = 1;
  for (let left = 3; left > 0; left--) [, end] = argument(cursor, end);
  if (cursor[0] !== 0x85 || cursor[end] !== 0xf6) throw new Error(`not the cursor of a phone at rest: ${cursor}`);
  const before = [0x83, ...cursor.slice(1, end)];
  return [row[0] ?? 0, 0x40 + before.length, ...before, ...row.slice(from + length)];
}

/**
 * The number that an item of CBOR begins with, and where that ends.
 * @param {number[]} bytes
 * @param {number} at
 * @returns {[number, number]}
 */
function argument(bytes, at) {
  const small = (bytes[at] ?? 0) & 0x1f;
  if (small < 24) return [small, at + 1];
  const size = 1 << (small - 24);
  const number = bytes.slice(at + 1, at + 1 + size).reduce((all, byte) => all * 256 + byte, 0);
  return [number, at + 1 + size];
}
