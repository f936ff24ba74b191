/** Whether the app is installed, how to install it, and whether the browser promised to keep its data. */

/** The event by which Chromium offers an installation; other browsers have none. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

type DeviceKind = 'iphone' | 'ipad' | 'android' | 'computer';

function deviceOf(agent: string): DeviceKind {
  if (/iPhone|iPod/.test(agent)) return 'iphone';
  if (/iPad/.test(agent)) return 'ipad';
  return /Android/.test(agent) ? 'android' : 'computer';
}

class Install {
  readonly installed = matchMedia('(display-mode: standalone)').matches;
  readonly ios = /iPhone|iPad|iPod/.test(navigator.userAgent);
  /** What is in hand, as far as the browser tells. */
  readonly device = deviceOf(navigator.userAgent);
  /** The browser can install at the press of a button. */
  promptable = $state(false);
  /** Undefined until asked. */
  persisted = $state<boolean>();
  #prompt: InstallPrompt | undefined;

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
      this.promptable = true;
    });
    void this.#readPersisted();
  }

  async offer(): Promise<void> {
    await this.#prompt?.prompt();
    this.promptable = false;
  }

  async protect(): Promise<void> {
    this.persisted = await navigator.storage.persist();
  }

  async #readPersisted(): Promise<void> {
    this.persisted = await navigator.storage?.persisted();
  }
}

export const install = new Install();

/** Asks the browser to keep the data. Called after the first real save, when the question makes sense. */
export async function protectStorage(): Promise<void> {
  if (!install.persisted) await install.protect().catch(() => undefined);
}
