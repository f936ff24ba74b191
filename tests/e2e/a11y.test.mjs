/** Every screen, light and dark, in both languages, without a grave finding; and the app's first duty done by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { declaredPages } from './lib/declared.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { LINKS, ROLES, SCREENS, follow, open, openForms } from './lib/screens.mjs';

/** The one of the app, and the one that is on demand. */
const LANGUAGES = /** @type {const} */ (['fr', 'en']);

describe('every screen', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  test('joining', async (t) => {
    const phone = await Phone.open('visitor');
    t.after(() => phone.close());
    await phone.page.goto(relay.url);
    await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
    await clean(phone, 'joining');
  });

  for (const role of ROLES) {
    for (const language of LANGUAGES) {
      test(`as ${role}, in ${language}`, async (t) => {
        const phone = await Phone.open(role);
        t.after(() => phone.close());
        const { page } = phone;
        await phone.join((await relay.invited(role)).link);
        await speak(phone, relay.url, language);
        for (const path of SCREENS[role]) {
          await open(page, relay.url + path);
          await clean(phone, path, language);
        }
        for (const [from, leads, further] of LINKS[role]) {
          const path = await follow(page, relay.url + from, leads);
          await clean(phone, `${from} opened`, language);
          await openForms(page, (form) => clean(phone, `${from} opened, ${form}`, language));
          for (const next of further?.(path) ?? []) {
            await open(page, relay.url + next);
            await clean(phone, `${from} further ${next.replace(path, '')}`, language);
          }
        }
        phone.isHealthy();
      });
    }
  }
});

test('every page that a kind or the app declares is among them', () => {
  const walked = Object.values(SCREENS).flat();
  const isWalked = (/** @type {string} */ path) => walked.some((one) => one === path || one.startsWith(`${path}/`));
  const { pages, areas } = declaredPages();
  assert.ok(pages.length > 20 && areas.length > 2, 'nothing is declared');
  const missing = [...pages.map((page) => `/more/${page}`), ...areas.map((area) => `/${area}`)].filter((path) => !isWalked(path));
  assert.deepEqual(missing, [], 'put these into lib/screens.mjs');
});

test('quick capture, by keyboard alone', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('keyboard');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  const { page } = phone;
  await page.goto(relay.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Aller au contenu');
  await tabTo(page, 'Noter');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await clean(phone, 'quick capture');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'Noter', 'closing gives the focus back');

  await page.keyboard.press('Enter');
  await tabTo(page, /^Dépense/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Montant TTC').waitFor();
  await tabTo(page, /^Montant TTC/);
  await page.keyboard.type('15,00');
  await tabTo(page, /^Quoi/);
  await page.keyboard.type('Au clavier');
  await page.keyboard.press('Enter');
  await phone.saved();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.openExpenses();
  await phone.rowIs('Au clavier', /sur ce téléphone|reçu/);
});

/**
 * Colours are the same in every language: the other one is looked at in light only.
 * @param {Phone} phone
 * @param {string} screen
 * @param {typeof LANGUAGES[number]} [language]
 */
async function clean(phone, screen, language = 'fr') {
  for (const colorScheme of language === 'fr' ? /** @type {const} */ (['light', 'dark']) : /** @type {const} */ (['light'])) {
    await phone.page.emulateMedia({ colorScheme });
    assert.deepEqual(await graveFindings(phone.page), [], `${screen}, ${language}, ${colorScheme}`);
  }
}

/**
 * Chooses the language, as people do.
 * @param {Phone} phone
 * @param {string} url
 * @param {typeof LANGUAGES[number]} language
 */
async function speak({ page }, url, language) {
  if (language === 'fr') return;
  await open(page, `${url}/more`);
  await page.getByRole('radio', { name: 'English' }).check({ force: true });
  await page.waitForFunction(() => document.documentElement.lang === 'en');
}

/** The name of what has the focus, as a screen reader would begin to say it. */
function focused(/** @type {import('playwright-core').Page} */ page) {
  return page.evaluate(() => {
    const element = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const name = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.innerText ?? element?.innerText ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  });
}

/** More stops than any screen has between two neighbours of this path. */
const STOPS_MAX = 60;

/**
 * @param {import('playwright-core').Page} page
 * @param {string | RegExp} name
 */
async function tabTo(page, name) {
  const passed = [];
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key never reaches ${name}; it passes ${passed.join(' | ')}`);
}
