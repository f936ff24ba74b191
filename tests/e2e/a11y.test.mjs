/** Every screen, light and dark, without a grave finding; and the app's first duty done by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { declaredPages } from './lib/declared.mjs';
import { focused, tabTo } from './lib/keyboard.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { LINKS, ROLES, SCREENS, walkScreens } from './lib/screens.mjs';

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
    test(`as ${role}`, async (t) => {
      const phone = await Phone.open(role);
      t.after(() => phone.close());
      await phone.join((await relay.invited(role)).link);
      await walkScreens(phone.page, relay.url, role, (screen) => clean(phone, screen));
      phone.isHealthy();
    });
  }
});

test('every page that a kind or the app declares is among them', () => {
  const further = Object.values(LINKS).flatMap((leads) => leads.flatMap(([from, , more]) => more?.(`${from}/ONE`) ?? []));
  const walked = [...Object.values(SCREENS).flat(), ...further];
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
 * @param {Phone} phone
 * @param {string} screen
 */
async function clean(phone, screen) {
  await phone.page.emulateMedia({ colorScheme: 'light' });
  assert.deepEqual(await graveFindings(phone.page), [], screen);
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await graveFindings(phone.page, { colours: true }), [], `${screen}, dark`);
}
