/** A small W3C WebDriver client: what the tests on Firefox and WebKitGTK need, and no more. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, start } from './child.mjs';
import { find, findMiniBrowser } from './find.mjs';
import { until } from './wait.mjs';

/** The name under which WebDriver passes elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** How long a driver or a browser may take to start. */
const START_MS_MAX = 60_000;
/** How long a screen may take to show what is looked for. */
const FIND_MS_MAX = 20_000;

/**
 * @typedef {{ name: string, driver: string, args: (port: number) => string[], capabilities: (folder: string) => object,
 *   display: boolean, env?: Record<string, string> }} Engine
 */

/** @type {Record<'firefox' | 'webkit', () => Engine>} */
export const engines = {
  firefox: () => ({
    name: 'Firefox',
    driver: find('geckodriver'),
    args: (port) => ['--port', String(port), '--host', '127.0.0.1'],
    capabilities: (folder) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: find('firefox-esr', 'firefox'),
        args: ['-headless', '-profile', folder],
        prefs: {
          'intl.accept_languages': 'fr-FR, fr',
          'intl.locale.requested': 'fr',
          'browser.download.folderList': 2,
          'browser.download.dir': folder,
          'browser.download.alwaysOpenPanel': false,
          // What is kept is not opened in a tab of its own, behind which the page would stand still.
          'browser.helperApps.neverAsk.saveToDisk': 'application/pdf',
          'pdfjs.disabled': true,
        },
      },
    }),
    display: false,
  }),
  webkit: () => ({
    name: 'WebKitGTK',
    driver: find('WebKitWebDriver'),
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation', '--enable-write-console-messages-to-stdout=true'] },
    }),
    display: true,
    env: {
      // The test runs as root in containers, where bubblewrap cannot make its namespaces.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LANG: 'fr_FR.UTF-8',
      LANGUAGE: 'fr',
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  }),
};

/** An X display of our own, for the browser that has no headless mode. */
async function startDisplay() {
  const server = start(find('Xvfb'), ['-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp']);
  const [, number] = await server.said(/^(\d+)$/m, START_MS_MAX);
  return { display: `:${number}`, end: () => server.end() };
}

/**
 * Starts a browser.
 * @param {Engine} engine
 */
export async function open(engine) {
  const folder = await mkdtemp(join(tmpdir(), 'besace-webdriver-'));
  const screen = engine.display ? await startDisplay() : null;
  const port = await freePort();
  const driver = start(engine.driver, engine.args(port), {
    ownGroup: true,
    env: { HOME: folder, ...engine.env, ...(screen ? { DISPLAY: screen.display } : {}) },
  });
  const base = `http://127.0.0.1:${port}`;

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async function call(method, path, body) {
    const answer = await fetch(base + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(START_MS_MAX),
    });
    const { value } = /** @type {{ value: any }} */ (await answer.json());
    if (!answer.ok) throw new Error(`${engine.name}: ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async function close() {
    if (session) await call('DELETE', session).catch(() => {});
    await driver.end();
    await screen?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  let session = '';
  try {
    await until(`${engine.name}'s driver listens`, () => call('GET', '/status').then(() => true), {
      timeoutMs: START_MS_MAX,
    });
    const { sessionId } = await call('POST', '/session', {
      capabilities: { alwaysMatch: engine.capabilities(folder) },
    });
    session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: FIND_MS_MAX, pageLoad: START_MS_MAX });
    await call('POST', `${session}/window/rect`, { width: 390, height: 844 }).catch(() => {});
  } catch (error) {
    await close();
    throw new Error(`${engine.name} does not start:\n${driver.output()}`, { cause: error });
  }

  /**
   * Runs a function's body in the page; `arguments` are at hand, and a promise is awaited.
   * @param {string} body
   * @param {...unknown} args
   */
  const script = (body, ...args) => call('POST', `${session}/execute/sync`, { script: body, args });

  /**
   * The element that a script finds, waited for.
   * @param {string} what
   * @param {string} body
   * @param {...unknown} args
   */
  async function element(what, body, ...args) {
    const found = await until(`${engine.name} shows ${what}`, () => script(body, ...args), {
      timeoutMs: FIND_MS_MAX,
    });
    return `${session}/element/${found[ELEMENT]}`;
  }

  /**
   * Runs a function in the page, as Playwright's pages do.
   * @template R, W
   * @param {(what: W) => R | Promise<R>} run
   * @param {W} [what]
   * @returns {Promise<R>}
   */
  const evaluate = (run, what) => script(`return (${run})(arguments[0])`, what);

  /**
   * What WebDriver is passed to mean an element.
   * @param {string} target
   */
  const named = (target) => ({ [ELEMENT]: target.slice(target.lastIndexOf('/') + 1) });

  /**
   * Presses it, away from the bars over the edges of the page, and once no message lies over it any more.
   * @param {string} target
   */
  async function click(target) {
    await script(`arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })`, named(target));
    const press = () =>
      call('POST', `${target}/click`, {}).then(
        () => true,
        (error) => {
          if (!error.message.includes('click intercepted')) throw error;
        },
      );
    await until(`${engine.name} presses`, press, { timeoutMs: FIND_MS_MAX });
  }

  return {
    script,
    evaluate,
    close,
    /** What driver and browser printed. */
    log: () => driver.output(),
    /** @param {string} url */
    go: (url) => call('POST', `${session}/url`, { url }),
    /** As a person does: the driver's own refresh passes over the service worker in Firefox. */
    reload: async () => {
      await script('window.isOld = true; setTimeout(() => location.reload())');
      await until(`${engine.name} reloads`, () => script('return !window.isOld && document.readyState === "complete"'));
    },
    /** Waits until the app can open without the network. */
    kept: () =>
      until(`${engine.name} keeps the app`, () =>
        script('return navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === "activated")'),
      ),
    /** @returns {Promise<string>} */
    text: () => script('return document.body.innerText'),
    /**
     * Waits until the page says so.
     * @param {string | RegExp} words
     */
    async sees(words, timeoutMs = FIND_MS_MAX) {
      const so = (/** @type {string} */ text) => (typeof words === 'string' ? text.includes(words) : words.test(text));
      let last = '';
      await until(`${engine.name} shows ${words}`, async () => so((last = await script('return document.body.innerText'))), {
        timeoutMs,
      }).catch((error) => {
        throw new Error(`${error.message}; it shows:\n${last}`);
      });
    },
    /**
     * Waits until the page no longer says so.
     * @param {string} words
     */
    misses: (words, timeoutMs = FIND_MS_MAX) =>
      until(`${engine.name} no longer shows ${words}`, async () => !(await script('return document.body.innerText')).includes(words), {
        timeoutMs,
      }),
    /**
     * Presses the button, link or choice of that name.
     * @param {string} name
     */
    async press(name) {
      await click(await element(`“${name}”`, PRESSABLE, name));
    },
    /**
     * Types into the field of that label, in place of what is there.
     * @param {string} label
     * @param {string} text
     */
    async fill(label, text) {
      const target = await element(`the field “${label}”`, FIELD, label);
      await call('POST', `${target}/clear`, {});
      await call('POST', `${target}/value`, { text });
    },
    /**
     * Presses the first thing that is seen, that a selector finds and that says these words.
     * @param {string} selector
     * @param {string} [words]
     */
    async tap(selector, words = '') {
      await click(await element(`${selector} ${words}`, SEEN, selector, words));
    },
    /**
     * Waits until something is seen that a selector finds.
     * @param {string} selector
     */
    finds: (selector) => element(selector, SEEN, selector, ''),
    /**
     * Follows a link inside the app, without starting it again.
     * @param {string} path
     */
    follow: (path) =>
      script(
        `const link = document.createElement('a');
         link.href = arguments[0];
         document.body.append(link);
         link.click();
         link.remove();`,
        path,
      ),
    /**
     * Chooses one of what a list that drops down offers.
     * @param {string} option
     */
    async choose(option) {
      await call('POST', `${await element(`the choice “${option}”`, OPTION, option)}/click`, {});
    },
    /**
     * Hands a file to the field of that label, as its person chooses one.
     * @param {string} label
     * @param {string} path
     */
    async attach(label, path) {
      await call('POST', `${await element(`the field “${label}”`, FIELD, label)}/value`, { text: path });
    },
    /**
     * Draws a zigzag with a finger over the drawing pad of that label.
     * @param {string} label
     */
    async draw(label) {
      const target = await element(`the pad “${label}”`, SEEN, `[aria-label="${label}"]`, '');
      const origin = named(target);
      const { width, height } = await script(
        `arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
         return arguments[0].getBoundingClientRect().toJSON();`,
        origin,
      );
      /** @param {number} x @param {number} y From the middle, as parts of its size. */
      const to = (x, y) => ({
        type: 'pointerMove', duration: 20, origin, x: Math.round(x * width), y: Math.round(y * height),
      });
      const zigzag = Array.from({ length: 12 }, (_, step) => to(-0.3 + step * 0.055, step % 2 ? 0.25 : -0.25));
      await call('POST', `${session}/actions`, {
        actions: [
          {
            type: 'pointer', id: 'finger', parameters: { pointerType: 'mouse' },
            actions: [to(-0.35, 0.1), { type: 'pointerDown', button: 0 }, ...zigzag, { type: 'pointerUp', button: 0 }],
          },
        ],
      });
      await call('DELETE', `${session}/actions`);
    },
    /**
     * The file that the browser was given to keep, once it has it.
     * @param {RegExp} name
     */
    given: (name) =>
      until(
        `${engine.name} keeps ${name}`,
        async () => {
          const found = (await readdir(folder)).find((one) => name.test(one));
          const bytes = found ? await readFile(join(folder, found)) : null;
          return bytes?.length ? bytes : null;
        },
        { timeoutMs: FIND_MS_MAX },
      ),
    /** @param {string} path Where the picture goes. */
    async shot(path) {
      await mkdir(dirname(path), { recursive: true });
      await script(STILL);
      await writeFile(path, Buffer.from(await call('GET', `${session}/screenshot`), 'base64'));
    },
  };
}

/** Waits until nothing moves in, and two frames were drawn: WebKitGTK's pictures are of the frame before. */
const STILL = `
  const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const still = Promise.allSettled(document.getAnimations().filter(ends).map((one) => one.finished)).then(frame).then(frame);
  return Promise.race([still, new Promise((done) => setTimeout(done, 2000))]);`;

/** Finds what a person would press: visible, and named so, wholly or else by its beginning. */
const PRESSABLE = `
  const name = arguments[0];
  const seen = (e) => e.getClientRects().length > 0 && !e.disabled;
  const named = (e) => (e.getAttribute('aria-label') ?? e.innerText ?? '').replace(/\\s+/g, ' ').trim();
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const all = [...root.querySelectorAll('button, a[href], label, summary')].filter(seen);
  return all.find((e) => named(e) === name) ?? all.find((e) => named(e).startsWith(name)) ?? null;`;

/** Finds what is seen by a selector and its words. */
const SEEN = `
  const [selector, words] = arguments;
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const seen = (e) => e.getClientRects().length > 0 && (e.textContent ?? '').includes(words);
  return [...root.querySelectorAll(selector)].find(seen) ?? null;`;

/** Finds a field by its label. */
const FIELD = `
  const name = arguments[0];
  const named = (e) => [e.getAttribute('aria-label'), ...[...(e.labels ?? [])].map((l) => l.innerText)]
    .map((t) => (t ?? '').replace(/\\s+/g, ' ').trim());
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const all = [...root.querySelectorAll('input, textarea, select')].filter((e) => e.getClientRects().length > 0);
  return all.find((e) => named(e).includes(name)) ?? all.find((e) => named(e).some((t) => t.startsWith(name))) ?? null;`;

/** Finds one of what a list that drops down offers. */
const OPTION = `
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  return [...root.querySelectorAll('option')].find((e) => e.text.trim() === arguments[0]) ?? null;`;
