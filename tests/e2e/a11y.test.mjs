/** Every screen, light and dark, without a grave finding; and the app's first duty done by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { LINKS, SCREENS, follow, open } from './lib/screens.mjs';

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

  for (const [persona, paths] of Object.entries(SCREENS)) {
    test(`as ${persona}`, async (t) => {
      const phone = await Phone.open(persona);
      t.after(() => phone.close());
      await phone.join(relay.link(/** @type {import('./lib/relay.mjs').Persona} */ (persona)));
      for (const path of paths) {
        await open(phone.page, relay.url + path);
        await clean(phone, path);
      }
      for (const [from, leads] of LINKS[persona] ?? []) {
        await clean(phone, `${from} → ${await follow(phone.page, relay.url + from, leads)}`);
      }
      phone.isHealthy();
    });
  }
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
 * @param {Phone} phone
 * @param {string} screen
 */
async function clean(phone, screen) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await phone.page.emulateMedia({ colorScheme });
    assert.deepEqual(await graveFindings(phone.page), [], `${screen}, ${colorScheme}`);
    await phone.shot(`a11y${screen.replaceAll(/\W+/g, '-')}-${colorScheme}`);
  }
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
