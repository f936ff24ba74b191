/**
 * Parts of the app that only some phones need: a language, the screens of those who accompany and direct,
 * the forms that correct what was refused.
 *
 * The service worker is asked to keep a part before the part is imported. So who used it once has it
 * without network, in this version and in all that follow; and nothing is imported that is not there, for
 * many browsers remember a failed import until the page is reloaded.
 */

/** Named after the modules that are imported: the build tells the service worker their files. */
export type PartName = 'correcting' | 'en' | 'team';

/** How long a part may take to come: a small download, on a poor link. */
const KEEP_MS_MAX = 20_000;

/** What this page uses, for workers that come later. */
const used = new Set<PartName>();

/** Loads a part, downloading it if it is not kept yet. Answers null when that is not possible now. */
export async function load<T>(name: PartName, importPart: () => Promise<T>): Promise<T | null> {
  used.add(name);
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration && !(await kept(registration, name))) return null;
  return importPart().catch(() => null);
}

/**
 * Tells every worker of a registration what to keep: the one in charge, one that waits, one that is being
 * installed and may have looked too early at what was kept before.
 */
export function remind({ installing, waiting, active }: ServiceWorkerRegistration): void {
  for (const worker of [installing, waiting, active]) worker?.postMessage({ keep: [...used] });
}

/** Asks the worker in charge, and waits for its word. On the very first visit there is none to ask. */
function kept(registration: ServiceWorkerRegistration, name: PartName): Promise<boolean> {
  const { installing, waiting, active } = registration;
  for (const later of [installing, waiting]) later?.postMessage({ keep: [name] });
  if (!active) return Promise.resolve(true);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(resolve, KEEP_MS_MAX, false);
    active.postMessage({ keep: [name] }, [port2]);
  });
}
