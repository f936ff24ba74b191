/**
 * Takes pictures of the screens, to look at them: phone and desktop, light and dark.
 *
 * `npx vite --mode fake`, then `node scripts/screens.mjs http://localhost:5173 <folder> [name…]`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { launch } from './browser.mjs';

const [base = 'http://localhost:5173', folder = 'screens', ...only] = process.argv.slice(2);

const SCREENS = {
  today: '/',
  journal: '/activity/me/now/journal',
  expenses: '/activity/me/now/expenses',
  expense_new: '/activity/me/now/expenses/new',
  trips: '/activity/me/now/trips',
  pipeline: '/activity/me/now/pipeline',
  forecast: '/activity/me/now/forecast',
  sessions: '/coaching/me/sessions',
  goals: '/coaching/me/goals',
  actions: '/coaching/me/actions',
  asks: '/coaching/me/asks',
  events: '/events',
  more: '/more',
  members: '/more/members',
  profile: '/more/profile',
  devices: '/more/devices',
  refused: '/more/refused',
  conflicts: '/more/conflicts',
  away: '/more/away',
  sync: '/more/sync',
  install: '/more/install',
};
/** Screens reached by pressing something: where to start, and what to press. */
const PRESSED = {
  capture: ['/', 'nav .capture'],
  session: ['/coaching/me/sessions', 'main ul li:nth-child(2) a'],
  event: ['/events', 'main ul li a'],
  expense: ['/activity/me/now/expenses', 'main ul li:nth-child(2) a'],
};
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

await mkdir(folder, { recursive: true });
const browser = await launch();
const wanted = (name) => only.length === 0 || only.includes(name);
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      deviceScaleFactor: size === 'phone' ? 2 : 1,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(size, colorScheme, error.message));
    page.on('console', (line) => line.type() === 'error' && console.error(size, colorScheme, line.text()));
    const shoot = async (name) => {
      await page.waitForTimeout(350);
      await page.screenshot({ path: join(folder, `${name}.${size}.${colorScheme}.png`) });
    };
    for (const [name, path] of Object.entries(SCREENS).filter(([name]) => wanted(name))) {
      await page.goto(base + path, { waitUntil: 'networkidle' });
      await shoot(name);
    }
    for (const [name, [path, selector]] of Object.entries(PRESSED).filter(([name]) => wanted(name))) {
      await page.goto(base + path, { waitUntil: 'networkidle' });
      await page.locator(selector).first().click();
      await shoot(name);
    }
    await context.close();
  }
}
await browser.close();
