/** One step back closes what was opened last and nothing else; what was typed is still there. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { open } from './lib/screens.mjs';

const PLACE = 'Halle aux grains';

describe('back', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;
  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('back');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });
  const path = () => new URL(phone.page.url()).pathname;
  const closed = () => phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  const plus = () => phone.page.getByRole('button', { name: 'Noter' }).click();

  test('closes the ＋ menu, and the page below stays', async () => {
    await open(phone.page, relay.url);
    await phone.follow('/events');
    await plus();
    await phone.sheet.waitFor();
    await phone.page.goBack();
    await closed();
    assert.equal(path(), '/events');
    await phone.page.goBack();
    await phone.page.waitForURL((url) => url.pathname === '/');
  });

  test('closed by Escape or by its button, the ＋ menu leaves no dead step behind', async () => {
    await open(phone.page, relay.url);
    await phone.follow('/events');
    await plus();
    await phone.page.keyboard.press('Escape');
    await closed();
    await plus();
    await phone.sheet.getByRole('button', { name: 'Fermer' }).click();
    await closed();
    await phone.page.waitForFunction(() => history.state?.depth === history.state?.page);
    await phone.page.goBack();
    await phone.page.waitForURL((url) => url.pathname === '/');
  });

  test('closes a form opened from the ＋ menu, back where it was opened, and keeps what was typed', async () => {
    await open(phone.page, relay.url);
    await phone.follow('/events');
    await phone.note(/^Note/);
    await phone.sheet.getByLabel('Texte').fill('Des mots à garder');
    await phone.page.goBack();
    await closed();
    assert.equal(path(), '/events');
    await phone.note(/^Note/);
    await phone.page.waitForFunction(
      (words) => [...document.querySelectorAll('textarea')].some((field) => field.value === words),
      'Des mots à garder',
    );
  });

  test('closes a form whose address was opened first, and stays in the app', async () => {
    const fresh = await phone.browser.context.newPage();
    await open(fresh, `${relay.url}/activity/me/now/expenses/new`);
    await fresh.getByLabel('Quoi').fill('Encre');
    await fresh.goBack();
    await fresh.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(new URL(fresh.url()).pathname, '/activity/me/now/expenses');
    await fresh.close();
  });

  test('leaves the edit mode of a session, not the session, also after a reload', async (t) => {
    // Those of the demonstration are signed by both sides, and so closed.
    const coach = await Phone.open('coach');
    t.after(() => coach.close());
    await coach.join(relay.link('coach'));
    await coach.logSession(relay.nameOf('entrepreneur'), { place: PLACE, points: ['Vu sur place.'] });
    await phone.page.goto(`${relay.url}/coaching/me/sessions`);
    await phone.row(PLACE).getByRole('link').click();
    const edit = phone.page.getByRole('main').getByRole('link', { name: 'Modifier' }).first();
    await edit.waitFor();
    const session = path();
    await edit.click();
    await phone.sheet.waitFor();
    await phone.page.goBack();
    await closed();
    assert.equal(path(), session);
    await edit.click();
    await phone.sheet.waitFor();
    // The form has an address of its own: it is open again after a reload.
    await phone.page.reload();
    await phone.sheet.waitFor();
    await phone.page.goBack();
    await closed();
    assert.equal(path(), session);
    await phone.page.waitForFunction(() => history.state?.depth === history.state?.page);
    await phone.page.goBack();
    await phone.page.waitForURL((url) => url.pathname === '/coaching/me/sessions');
    phone.isHealthy();
  });
});

test('three taps on save save once', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('taps');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await phone.note(/^Note/);
  await phone.sheet.getByLabel('Texte').fill('Une seule fois');
  await phone.page.evaluate(() => {
    const save = /** @type {HTMLButtonElement} */ (document.querySelector('dialog button[type=submit]'));
    for (let tap = 0; tap < 3; tap += 1) save.click();
  });
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.goTo('Mon activité');
  await phone.row('Une seule fois').waitFor();
  assert.equal(await phone.page.getByRole('listitem').filter({ hasText: 'Une seule fois' }).count(), 1);
});
