/** Every screen of the app, by who sees it: for the tests that walk them all. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./relay.mjs').Role} Role */

const YEAR = new Date().getFullYear();

const ACTIVITY = ['journal', 'expenses', 'trips', 'pipeline'];
const COACHING = ['sessions', 'goals', 'actions', 'asks'];
const OWN = [
  'asked',
  'attended',
  'devices',
  'access',
  'notices',
  'refused',
  'conflicts',
  'away',
  'sync',
  'receive',
  'install',
  'device',
  'consents',
];
const GUIDE = ['guide', 'guide/welcome', 'guide/sectors', 'guide/people'];
const IDEAS = ['opportunities', 'opportunities/new', 'actions'];
const GOVERNING = ['groups', 'groups/new', 'decisions', 'decisions/new', 'assemblies'];
const READ = ['network', 'news', 'figures'];
const SHARED = ['members', 'board', 'board/new', 'profile', ...READ, ...GUIDE, ...IDEAS, ...GOVERNING];
const FRAME = ['frame', 'frame/me.statements'];
const PARTNERS = ['partners', 'partners/new', 'partners/visit', 'partners/year'];
const TEAM = ['team', 'team/tasks.new', 'team/cover', 'team/cover.new', 'team/weeks', 'team/weeks.new'];
const CALLS = ['calls', 'calls/isolated'];
const DESK = ['desk', 'desk/new'];
const ACCOUNTS = ['accounts', 'accounts/months', 'accounts/deadlines', 'accounts/import'];
const DUTIES = ['duties', `duties/${YEAR}.new`, `duties/${YEAR}.proposed`];
const FAR = ['followup', `followup/${YEAR - 1}`, 'piloting', `piloting/${YEAR - 1}`, `figures/${YEAR}.new`];
const WRITTEN = ['guide/pages.new', 'guide/sectors.new', 'guide/people.new'];

/** Those whose screens differ. */
export const ROLES = /** @type {const} */ (['entrepreneur', 'coach', 'finance', 'comms', 'director']);

/** @param {string[]} pages */
const more = (pages) => pages.map((page) => `/more/${page}`);

const EVERYBODY = ['/', '/events', '/coop', '/coop/search', '/more'];

/** @type {Record<Role, string[]>} */
export const SCREENS = {
  entrepreneur: [
    ...EVERYBODY,
    ...ACTIVITY.flatMap((tab) => [`/activity/me/now/${tab}`, `/activity/me/now/${tab}/new`]),
    '/activity/me/now/forecast',
    ...COACHING.flatMap((tab) => [`/coaching/me/${tab}`, `/coaching/me/${tab}/new`]),
    ...more([...SHARED, ...FRAME, 'pulse', 'pulse/new', ...OWN]),
  ],
  coach: [...EVERYBODY, '/coaching', '/coaching/new', ...more([...TEAM, ...PARTNERS, ...CALLS, ...DESK, 'duties'])],
  finance: [...EVERYBODY, ...more([...ACCOUNTS, ...FAR, 'members', 'news', ...DUTIES])],
  comms: [...EVERYBODY, ...more([...DESK, 'board', 'news', 'consents', ...WRITTEN])],
  director: [
    ...EVERYBODY,
    ...['/events/new'],
    ...more(['people', 'people/new', ...FAR, ...DUTIES, ...WRITTEN, 'groups/new', 'decisions/new', 'assemblies/new']),
  ],
};

/**
 * Screens that have no fixed address: the first link of a list leads there, and what it names has more, whose addresses
 * are made of the link's.
 * @typedef {[from: string, leads: RegExp, further?: (path: string) => string[]]} Lead
 */

/** Of one, not an entry of one. */
const ONE = '(?!new|year|visit)[^./]+$';
/** @param {string} path */
const framesOf = (path) => {
  const frame = path.replace('/members/', '/frame/');
  const forms = ['contracts', 'path', 'obligations', 'statements'].map((part) => `${frame}.${part}.new`);
  return [frame, `${frame}.statements`, ...forms];
};
/** @param {string} path */
const entriesOf = (path) => ['contacts', 'interactions', 'agreements'].map((part) => `${path}.${part}.new`);

/** @param {string} path */
const sheetOf = (path) => [path.replace('/events/', '/attendance/')];

/** @param {string} path */
const briefOf = (path) => [path.replace(/^\/coaching\/([^/]+).*/, '/more/brief/$1')];

/** @type {Record<Role, Lead[]>} */
export const LINKS = {
  entrepreneur: [
    ['/activity/me/now/expenses', /\/expenses\/(?!new)/],
    ['/coaching/me/sessions', /\/sessions\/(?!new)/],
    ['/events', /\/events\/(?!new)/],
    ['/more/members', /\/members\/[^/]+/],
    ['/more/board', /\/board\/(?!new)/],
    ['/more/opportunities', /\/opportunities\/(?!new)/, (path) => [`${path}.new`]],
    ['/more/groups', new RegExp(`/groups/${ONE}`)],
    ['/more/decisions', new RegExp(`/decisions/${ONE}`)],
    ['/more/assemblies', new RegExp(`/assemblies/${ONE}`)],
    ['/more/news', new RegExp(`/news/${ONE}`)],
  ],
  coach: [
    ['/coaching', /\/coaching\/(?!new)[^/]+/, briefOf],
    ['/events', /\/events\/(?!new)/, sheetOf],
    ['/more/partners', new RegExp(`/partners/${ONE}`), entriesOf],
    ['/more/desk', new RegExp(`/desk/${ONE}`)],
  ],
  finance: [['/more/members', new RegExp(`/members/${ONE}`), framesOf]],
  comms: [['/more/desk', new RegExp(`/desk/${ONE}`)]],
  director: [
    ['/more/people', /\/people\/(?!new)/],
    ['/more/followup', new RegExp('/followup/[0-9A-Z]{26}')],
    ['/more/opportunities', /\/opportunities\/(?!new)/],
    ['/more/groups', new RegExp(`/groups/${ONE}`)],
    ['/more/decisions', new RegExp(`/decisions/${ONE}`)],
    ['/more/assemblies', new RegExp(`/assemblies/${ONE}`)],
    ['/events', /\/events\/(?!new)/, (path) => [`${path}/edit`]],
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
  if (/[/.](?<!coaching\/)new$/.test(url)) await page.getByRole('button', { name: /^(Enregistrer|Save)$/ }).waitFor();
}

/**
 * Follows the first such link of a list. Answers where it led.
 * @param {Page} page
 * @param {string} from
 * @param {RegExp} leads
 */
async function follow(page, from, leads) {
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

/** What opens a form on a page that has no address for it. */
const OPENERS = /^(Modifier|Ajouter|Edit|Add)( |$)/;

/**
 * Opens one after the other the forms that a page opens without leaving its address.
 * @param {Page} page
 * @param {(form: string) => Promise<void>} look Told the form's title while it is open.
 */
async function openForms(page, look) {
  const openers = page.getByRole('main').getByRole('button', { name: OPENERS });
  const seen = new Set();
  for (let index = 0; index < (await openers.count()); index += 1) {
    const opener = openers.nth(index);
    if (!(await opener.isVisible())) continue;
    await opener.click();
    const sheet = page.getByRole('dialog').last();
    await sheet.waitFor();
    const title = await sheet.getByRole('heading').first().innerText();
    if (!seen.has(title)) await look(title);
    seen.add(title);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
}

/**
 * Opens every screen of a role, with the forms that its pages open.
 * @param {Page} page
 * @param {string} url
 * @param {Role} role
 * @param {(screen: string) => Promise<void>} look Told what is open.
 */
export async function walkScreens(page, url, role, look) {
  for (const path of SCREENS[role]) {
    await open(page, url + path);
    await look(path);
  }
  for (const [from, leads, further] of LINKS[role]) {
    const path = await follow(page, url + from, leads);
    await look(`${from} opened`);
    await openForms(page, (form) => look(`${from} opened, ${form}`));
    for (const next of further?.(path) ?? []) {
      await open(page, url + next);
      await look(`${from} further ${next.replace(path, '')}`);
    }
  }
}
