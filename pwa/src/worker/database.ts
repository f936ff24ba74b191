/** Promises over IndexedDB, as far as rows and keys need them: requests, transactions, opening, deleting. */

/** What a request answers. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** That everything of a transaction is written; rejects when nothing of it is. */
export function done(transaction: IDBTransaction): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    // What failed is the request or the transaction; a transaction that we abort has no error of its own.
    const fail = ({ target }: Event): void =>
      reject((target as IDBRequest | IDBTransaction).error ?? new DOMException('aborted', 'AbortError'));
    transaction.oncomplete = () => resolve();
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
  // Whoever asked awaits it, perhaps after a request that fails first: it must not count as unhandled.
  end.catch(() => undefined);
  return end;
}

/**
 * Opens a database, and makes its stores if it is new.
 *
 * `lost` is called when the connection is of no more use: another tab wants to delete the database, or the
 * browser closed it.
 */
export async function open(
  name: string,
  version: number,
  stores: readonly string[],
  lost: () => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  const database = await answer(request);
  database.onversionchange = () => {
    database.close();
    lost();
  };
  database.onclose = lost;
  return database;
}

/** Deletes a database with all it holds. */
export async function erase(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}
