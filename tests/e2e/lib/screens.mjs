/** Every screen of the app, by who sees it: for the tests that walk them all. */

/** @typedef {import('playwright-core').Page} Page */

const ACTIVITY = ['journal', 'expenses', 'trips', 'pipeline'];
const COACHING = ['sessions', 'goals', 'actions', 'asks'];
const OWN = ['devices', 'access', 'refused', 'conflicts', 'away', 'sync', 'install'];
const GUIDE = ['guide', 'guide/welcome', 'guide/sectors', 'guide/people'];
const IDEAS = ['opportunities', 'opportunities/new', 'actions'];
const MORE = ['members', 'board', 'board/new', 'profile', ...GUIDE, ...IDEAS, 'network', 'pulse', 'pulse/new', ...OWN];
const PARTNERS = ['partners', 'partners/new', 'partners/visit', 'partners/year'];
const TEAM = ['team', 'team/tasks.new', 'team/cover', 'team/cover.new', 'team/weeks', 'team/weeks.new', 'duties'];
const YEAR = new Date().getFullYear();
const DUTIES = [`duties/${YEAR}.new`, `duties/${YEAR}.proposed`];
const DIRECTION = [...DUTIES, 'guide/pages.new', 'guide/sectors.new', 'guide/people.new'];

/** @param {string[]} pages */
const more = (pages) => pages.map((page) => `/more/${page}`);

/** @type {Record<'entrepreneur' | 'coach' | 'finance' | 'director', string[]>} */
export const SCREENS = {
  entrepreneur: [
    '/',
    ...ACTIVITY.flatMap((tab) => [`/activity/me/now/${tab}`, `/activity/me/now/${tab}/new`]),
    '/activity/me/now/forecast',
    ...COACHING.flatMap((tab) => [`/coaching/me/${tab}`, `/coaching/me/${tab}/new`]),
    '/events',
    '/coop',
    '/more',
    ...more(MORE),
  ],
  coach: ['/', '/coaching', '/coaching/new', '/events', '/coop', '/more', ...more([...TEAM, ...PARTNERS])],
  finance: ['/', '/activity/me/now/expenses', '/events', '/coop', '/more', '/more/members'],
  director: [
    ...['/', '/events', '/events/new', '/coop', '/more'],
    ...more(['people', 'people/new', 'followup', ...DIRECTION]),
  ],
};

/**
 * Screens that have no fixed address: the first link of a list leads there.
 * @type {Record<string, [from: string, leads: RegExp][]>}
 */
export const LINKS = {
  entrepreneur: [
    ['/activity/me/now/expenses', /\/expenses\/(?!new)/],
    ['/coaching/me/sessions', /\/sessions\/(?!new)/],
    ['/events', /\/events\/(?!new)/],
    ['/more/board', /\/board\/(?!new)/],
    ['/more/opportunities', /\/opportunities\/(?!new)/],
  ],
  coach: [
    ['/coaching', /\/coaching\/(?!new)[^/]+/],
    // One of them, not an entry of one.
    ['/more/partners', /\/partners\/(?!new|year|visit)[^.]+$/],
  ],
  finance: [['/more/members', /\/members\/[^/]+/]],
  director: [
    ['/more/people', /\/people\/(?!new)/],
    ['/more/followup', /\/followup\/[^/]+/],
    ['/more/opportunities', /\/opportunities\/(?!new)/],
  ],
};

/**
 * Opens a screen by its address, and waits for what it shows first.
 * @param {Page} page
 * @param {string} url
 */
export async function open(page, url) {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (/\/(?<!coaching\/)new$/.test(url)) await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
}

/**
 * Follows the first such link of a list. Answers where it led.
 * @param {Page} page
 * @param {string} from
 * @param {RegExp} leads
 */
export async function follow(page, from, leads) {
  await open(page, from);
  const main = page.getByRole('main');
  await main.getByRole('listitem').getByRole('link').first().waitFor();
  for (const link of await main.getByRole('link').all()) {
    const path = await link.getAttribute('href');
    if (!path || !leads.test(path)) continue;
    await link.click();
    await page.waitForURL((url) => url.pathname === path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return path;
  }
  throw new Error(`${from} leads nowhere like ${leads}`);
}
