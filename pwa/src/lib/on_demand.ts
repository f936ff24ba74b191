/**
 * Parts of the app that only some phones need: a language, the screens of those who accompany and direct,
 * the forms that correct what was refused.
 *
 * The service worker is asked to keep a part before the part is imported. So who used it once has it
 * without network, in this version and in all that follow; and nothing is imported that is not there, for
 * many browsers remember a failed import until the page is reloaded.
 */

/** Named after the modules that are imported, several of one name together: the build tells the service worker their file. */
export type PartName =
  | 'access'
  | 'accounts'
  | 'correcting'
  | 'device'
  | 'en'
  | 'hand_over'
  | 'notices'
  | 'pdf'
  | 'shared'
  | 'team';

/** How long a part may take to come: a small download, on a poor link. */
const KEEP_MS_MAX = 20_000;

/** What this page uses, for workers that come later. */
const used = new Set<PartName>();

/** What the worker in charge was asked and has not answered: the modules of a part ask together. */
const asked = new Map<PartName, Promise<boolean>>();

/** Loads a module of a part, downloading the part if it is not kept yet. Answers null when that is not possible now. */
export async function load<T>(name: PartName, importModule: () => Promise<T>): Promise<T | null> {
  return (await keep(name)) ? importModule().catch(() => null) : null;
}

/** Has a part kept for when it is asked for without network; nothing of it runs before. Whether it may be imported. */
export async function keep(name: PartName): Promise<boolean> {
  used.add(name);
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  return !registration || keptOnce(registration, name);
}

/**
 * Tells every worker of a registration what to keep: the one in charge, one that waits, one that is being
 * installed and may have looked too early at what was kept before.
 */
export function remind({ installing, waiting, active }: ServiceWorkerRegistration): void {
  for (const worker of [installing, waiting, active]) worker?.postMessage({ keep: [...used] });
}

function keptOnce(registration: ServiceWorkerRegistration, name: PartName): Promise<boolean> {
  const answer = asked.get(name) ?? kept(registration, name).finally(() => asked.delete(name));
  asked.set(name, answer);
  return answer;
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
