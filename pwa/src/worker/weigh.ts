/** Adds up what is kept, step by step: a transaction that reads must not keep one waiting that saves. */
import type { IDBPDatabase } from 'idb';

import type { Weighed } from '../client/device.ts';

/** What one step reads at most, but for its last row. */
const STEP_ROWS_MAX = 400;
const STEP_BYTES_MAX = 2 * 1024 * 1024;
/** The store of rows that say what documents are, and how such a row begins: a list whose first is a list of four. */
const DOCS = 'docs';
const [LIST, LISTS] = [0x80, 0xe0];
const HEAD = 0x84;
/** A number of one byte of its own follows; smaller ones stand in the sign itself. */
const BYTE_FOLLOWS = 0x18;

/** Weighs the next rows behind a key; those of a store whose keys are lists count for the list's first word. */
export async function weigh(db: IDBPDatabase, store: string, after: Weighed['next']): Promise<Weighed> {
  const weighed: Weighed = { bytes: {}, kinds: {}, next: null };
  const range = after && IDBKeyRange.lowerBound(after, true);
  let cursor = await db.transaction(store).store.openCursor(range);
  for (let [rows, bytes] = [0, 0]; cursor; cursor = await cursor.continue()) {
    if (rows >= STEP_ROWS_MAX || bytes >= STEP_BYTES_MAX) return weighed;
    const value = cursor.value as ArrayBuffer | Uint8Array;
    const name = Array.isArray(cursor.key) ? String(cursor.key[0]) : store;
    add(weighed, name, value);
    weighed.next = cursor.key as string | string[];
    rows += 1;
    bytes += value.byteLength;
  }
  return { ...weighed, next: null };
}

/** Adds a row. */
export function add({ bytes, kinds }: Weighed, store: string, value: ArrayBuffer | Uint8Array): void {
  bytes[store] = (bytes[store] ?? 0) + value.byteLength;
  if (store !== DOCS || !(value instanceof Uint8Array)) return;
  const kind = kindIn(value);
  kinds[kind] = (kinds[kind] ?? 0) + 1;
}

/** The number of a document's kind, which is the first of what names it (`model/src/head.rs`); 0 where it is not there. */
function kindIn([list = 0, head, kind = 0, next = 0]: Uint8Array): number {
  if ((list & LISTS) !== LIST || head !== HEAD) return 0;
  return kind < BYTE_FOLLOWS ? kind : kind === BYTE_FOLLOWS ? next : 0;
}
