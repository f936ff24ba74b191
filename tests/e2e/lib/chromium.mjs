/** Chromium at the size of a phone. Each profile folder is one phone: its own storage, key and service worker. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { find } from './find.mjs';
import { until } from './wait.mjs';

export const PHONE = { width: 390, height: 844 };

/** How long a step may take before it counts as never. Generous: the machine may be busy. */
const STEP_MS_MAX = 15_000;

const ARGS = [
  '--lang=fr-FR',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
];

/** Where pictures of the screens go. */
const SHOTS = new URL('../screenshots/', import.meta.url).pathname;

/**
 * @typedef {object} Options
 * @property {string} [folder] The profile; a fresh one by default.
 * @property {'light' | 'dark'} [colorScheme]
 * @property {{ width: number, height: number }} [size]
 * @property {number} [scale] Device pixels for one of CSS.
 * @property {string} [camera] What its camera sees: a file of JPEGs, one behind the other, read when the camera is opened.
 */

/**
 * Starts one phone's browser.
 * @param {string} name Whose phone it is, for messages and pictures.
 * @param {Options} [options]
 */
export async function openBrowser(name, { folder, colorScheme = 'light', size = PHONE, scale = 2, camera } = {}) {
  const profile = folder ?? (await mkdtemp(join(tmpdir(), 'besace-phone-')));
  const isPhone = size.width < 700;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: find('chromium', 'chromium-browser', 'google-chrome'),
    args: camera ? [...ARGS, ...cameraOf(camera)] : ARGS,
    viewport: size,
    deviceScaleFactor: scale,
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STEP_MS_MAX);
  /** @type {string[]} */
  const faults = [];
  context.on('weberror', (fault) => void faults.push(String(fault.error().stack ?? fault.error())));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isNetworkTrouble(message.text())) faults.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());

  return {
    name,
    profile,
    context,
    page,
    /** What went wrong in the pages, apart from the network being away. */
    faults,
    /** @param {string} step */
    async shot(step) {
      await mkdir(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${step}-${name}.png`) });
    },
    /** Kills the tab's process, as a phone that is short of memory does. */
    async crashTab() {
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => {});
      await crashed;
    },
    /** Kills the browser's processes, as a phone that runs out of battery does. */
    async kill() {
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('this browser tells nothing about its processes');
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const main = processInfo.find(({ type }) => type === 'browser');
      if (!main) throw new Error('no browser process');
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(main.id, 'SIGKILL');
      await closed;
    },
    /** Closes the browser; the profile stays for `reopen` unless it is to be removed. */
    async close({ keep = false } = {}) {
      await context.close().catch(() => {});
      if (!keep) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @param {string} file */
const cameraOf = (file) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

/** Waits until the app can open without the network: its service worker is active and holds its files. */
export async function installed(/** @type {import('playwright-core').Page} */ page) {
  await until('the app is kept for use without network', () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const names = await caches.keys();
      return registration.active?.state === 'activated' && names.length > 0;
    }),
  );
}

/** @param {string} text */
function isNetworkTrouble(text) {
  return /net::ERR_|WebSocket connection to|Failed to load resource/.test(text);
}
