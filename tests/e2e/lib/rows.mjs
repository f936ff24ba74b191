/** What the app keeps on a phone, row by row. */

/** @typedef {{ store: string, key: string, value: number[] }} PlainRow */

/** @typedef {{ puts: PlainRow[], deletes: Pick<PlainRow, 'store' | 'key'>[] }} Rewritten */

/** Rewrites rows of the phone, if any, and answers all it holds, with the name of its database. Runs in the page. */
export async function rowsOf(/** @type {Rewritten} */ { puts, deletes }) {
  const { name = '' } = (await indexedDB.databases()).find(({ name }) => /^besace-.*\./.test(name ?? '')) ?? {};
  /** @type {IDBDatabase} */
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tx = db.transaction('rows', 'readwrite');
  const rows = tx.objectStore('rows');
  for (const { store, key } of deletes) rows.delete([store, key]);
  for (const { store, key, value } of puts) rows.put(new Uint8Array(value), [store, key]);
  /** @type {PlainRow[]} */
  const found = [];
  rows.openCursor().onsuccess = (event) => {
    /** @type {IDBCursorWithValue | null} */
    const cursor = /** @type {IDBRequest} */ (event.target).result;
    if (!cursor) return;
    const [store, key] = /** @type {[string, string]} */ (cursor.key);
    found.push({ store, key, value: [...cursor.value] });
    cursor.continue();
  };
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
  db.close();
  return { name, rows: found, year: new Date().getFullYear() };
}
