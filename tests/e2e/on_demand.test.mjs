/** Parts of the app that not every phone holds: who downloads them, and that they stay for those who do. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keptParts } from './lib/parts.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { startFront } from './lib/release.mjs';
import { until } from './lib/wait.mjs';

const MISSING = /^Pas encore sur ce téléphone/;

/**
 * Chooses a language, on the page of everything that is not daily; by key, for a message may lie over it.
 * @param {Phone} phone
 * @param {'Français' | 'English'} name
 */
function choose({ page }, name) {
  return page.getByRole('radio', { name }).press('Space');
}

describe('a language', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Awaited<ReturnType<typeof startFront>>} */
  let front;
  /** @type {Phone} */
  let phone;

  before(async () => {
    front = await startFront(() => relay.port);
    relay = await startRelay({ publicPort: front.port });
    phone = await Phone.open('language');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
    await front?.close();
  });

  test('an entrepreneur in French downloads no other language and no screen of the team', async () => {
    await until('what everybody gets is kept', async () => (await keptParts(phone.page)).length > 2);
    assert.deepEqual((await keptParts(phone.page)).sort(), ['device', 'hand_over', 'shared']);
  });

  test('a language not downloaded yet says so offline and keeps the other', async () => {
    await relay.stop();
    await phone.page.goto(`${relay.url}/more`);
    await choose(phone, 'English');
    await phone.page.getByText(MISSING).waitFor();
    assert.equal(await phone.page.getByRole('radio', { name: 'Français' }).isChecked(), true);
    await phone.page.getByRole('heading', { level: 1, name: 'Mon espace' }).waitFor();
  });

  test('it comes when the network is back, without another start of the app', async () => {
    await relay.start();
    await phone.sees('Tout est envoyé · cette minute-ci');
    await choose(phone, 'English');
    await phone.page.getByRole('heading', { level: 1, name: 'My space' }).waitFor();
    assert.deepEqual((await keptParts(phone.page)).sort(), ['device', 'en', 'hand_over', 'shared']);
  });

  test('a language in use survives an update of the app', async () => {
    front.deploy('next');
    await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await phone.page.getByText('A new version is ready.').waitFor();
    await phone.page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await phone.page.getByRole('button', { name: 'Update', exact: true }).click();
    await until('the new version runs', () => phone.page.evaluate(() => !('notReloaded' in globalThis)));
    await relay.stop();
    await phone.page.reload();
    await phone.page.getByRole('heading', { level: 1, name: 'My space' }).waitFor();
    await choose(phone, 'Français');
    await choose(phone, 'English');
    await phone.page.getByRole('heading', { level: 1, name: 'My space' }).waitFor();
    phone.isHealthy();
  });
});

test('the screens of the team come to a coach by themselves, and open without network', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('team');
  t.after(() => phone.close());
  await phone.join(relay.link('coach'));
  await until('the part is kept', async () => (await keptParts(phone.page)).includes('team'));
  await relay.stop();
  await phone.page.goto(`${relay.url}/coaching`);
  await phone.page.getByRole('heading', { level: 1, name: 'Mes accompagnements' }).waitFor();
  await phone.page.goto(`${relay.url}/events/new`);
  await phone.sheet.getByRole('button', { name: 'Enregistrer' }).waitFor();
  phone.isHealthy();
});

test('the guide comes to everybody by itself, and is read, searched and ticked without network', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('guide');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await until('the part is kept', async () => (await keptParts(phone.page)).includes('shared'));
  await relay.stop();
  await phone.page.goto(`${relay.url}/more/guide`);
  await phone.page.getByRole('searchbox').fill('une voix');
  await phone.page.getByText('Une personne, une voix').waitFor();
  await phone.page.goto(`${relay.url}/more/guide/sectors`);
  const first = phone.page.getByRole('main').getByRole('checkbox').first();
  const was = await first.isChecked();
  await first.click();
  await until('the tick is saved', async () => (await first.isChecked()) !== was);
  phone.isHealthy();
});
