/**
 * New versions: offered, never imposed, never while a form holds something unsaved.
 *
 * iOS does not always fire `controllerchange`, so the page listens once by itself and reloads anyway
 * after a few seconds.
 */
import { remind } from '../lib/on_demand.ts';
import { trustedScriptUrl } from '../lib/trusted_url.ts';
import { drafts } from './drafts.svelte.ts';

const RELOAD_MS_MAX = 4_000;

class Updates {
  /** A new version is installed and waits for the person's word. */
  ready = $state(false);
  #registration: ServiceWorkerRegistration | undefined;
  #applying = false;

  /** Registers the service worker. The app works without one; it then needs the network to open. */
  async start(): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    try {
      const registration = await navigator.serviceWorker.register(trustedScriptUrl('/sw.js'), {
        updateViaCache: 'none',
      });
      this.#registration = registration;
      this.#watch(registration);
      remind(registration);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
      });
    } catch (error) {
      console.warn('no service worker', error);
    }
  }

  /** Applies the waiting version. Answers false when an entry is unfinished: nothing is done then. */
  apply(): boolean {
    const waiting = this.#registration?.waiting;
    if (drafts.dirty) return false;
    if (!waiting || this.#applying) return true;
    this.#applying = true;
    let reloaded = false;
    const reload = (): void => {
      if (reloaded) return;
      reloaded = true;
      location.reload();
    };
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    setTimeout(reload, RELOAD_MS_MAX);
    waiting.postMessage('skip-waiting');
    return true;
  }

  /** Hides the offer until the next start or the next version. */
  later(): void {
    this.ready = false;
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const offer = (): void => {
      // Without a controller this is the first installation: there is nothing to replace.
      if (registration.waiting && navigator.serviceWorker.controller) this.ready = true;
    };
    offer();
    registration.addEventListener('updatefound', () => {
      remind(registration);
      registration.installing?.addEventListener('statechange', offer);
    });
  }
}

export const updates = new Updates();
