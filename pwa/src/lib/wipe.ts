/**
 * Erases whatever a person left in this browser: rows, drafts, the address that pushes come to, all of it.
 *
 * The worker that leads erases the rows, every page what only pages reach; both again whenever nobody is
 * here, so that what a crash left over goes at the next start. The device's key is not its business: `Keys`
 * destroys that last, so that a wipe which was cut short begins anew. The app's own files stay; they are
 * the same for everybody.
 */

/** Says nothing about anybody: the words of the app that the browser's owner chose. */
export const LANGUAGE_KEY = 'besace:language';

/** Databases of rows, one per profile (`worker/storage.ts`). */
export const ROWS_PREFIX = 'besace-';

/** Where a person leaves something. */
interface Places {
  storages?: readonly Storage[];
  databases?: IDBFactory;
  workers?: ServiceWorkerContainer | undefined;
}

/** Resolves once nothing is left in these places. */
export async function wipe({ storages = [], databases, workers }: Places): Promise<void> {
  for (const storage of storages) {
    for (const key of Object.keys(storage)) if (key !== LANGUAGE_KEY) storage.removeItem(key);
  }
  await toldNoMore(workers).catch(() => undefined);
  if (!databases) return;
  const all = await databases.databases();
  const rows = all.flatMap(({ name }) => (name?.startsWith(ROWS_PREFIX) ? [name] : []));
  await Promise.all(rows.map((name) => gone(databases.deleteDatabase(name))));
}

/** Gives up the address that pushes come to: the relay learns of it when it next uses it. What was shown goes too. */
export async function toldNoMore(workers: ServiceWorkerContainer | undefined): Promise<void> {
  const registration = await workers?.getRegistration();
  for (const shown of (await registration?.getNotifications?.()) ?? []) shown.close();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
}

/** A tab that sleeps may hold a connection: the database goes when it wakes, and nobody waits for that. */
function gone(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}
