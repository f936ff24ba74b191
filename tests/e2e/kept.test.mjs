/** What the browser keeps, or does not: refused, erased under the app, held by another window, a tab gone in the middle. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './lib/chromium.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

/** A text that takes several changes. */
const LONG = 'On tient le stand, la balance et la caisse. '.repeat(1_300).trim();

/** @param {import('node:test').TestContext} t */
async function relayOf(t) {
  const relay = await startRelay();
  t.after(() => relay.close());
  return relay;
}

/**
 * A phone whose worker begins with this code: what a private window of some browser is like.
 * @param {import('node:test').TestContext} t
 * @param {string} name
 * @param {string} code
 */
async function phoneWhere(t, name, code) {
  const phone = new Phone(await openBrowser(name));
  t.after(() => phone.close());
  await phone.page.route(/\/worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: code + (await response.text()) });
  });
  return phone;
}

for (const name of ['SecurityError', 'NotAllowedError']) {
  test(`a private window whose databases refuse to open (${name}): a page says what to do`, async (t) => {
    const relay = await relayOf(t);
    const code = `indexedDB.open = () => { throw new DOMException('refused', '${name}'); };`;
    const phone = await phoneWhere(t, 'refused', code);
    await phone.page.goto(relay.url);
    await phone.page.getByText(/Ce navigateur ne laisse rien garder à ce site/).waitFor();
    await phone.page.getByRole('button', { name: 'Rouvrir' }).waitFor();
  });
}

test('databases that never answer are not waited for in silence: the app offers to be opened again', async (t) => {
  const relay = await relayOf(t);
  const silent = "Object.defineProperty(Object.create(IDBOpenDBRequest.prototype), 'addEventListener', { value() {} })";
  const phone = await phoneWhere(t, 'silent', `indexedDB.open = () => ${silent};`);
  await phone.page.goto(relay.url);
  await phone.page.getByText('L’ouverture dure plus longtemps').waitFor({ timeout: 30_000 });
  await phone.shot('opening-long');
  const again = phone.page.getByRole('button', { name: 'Rouvrir' });
  await phone.page.unrouteAll();
  await again.click();
  await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
});

test('a private window without private files joins, saves and sends all the same', async (t) => {
  const relay = await relayOf(t);
  const refuse = "() => Promise.reject(new DOMException('refused', 'SecurityError'))";
  const phone = await phoneWhere(t, 'nofiles', `navigator.storage.getDirectory = ${refuse};`);
  await phone.join(relay.link('entrepreneur'));
  await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
  await phone.addExpense({ label: 'Sans fichiers', net: '5' });
  await phone.rowIs('Sans fichiers', 'reçu');
  phone.isHealthy();
});

test('what the browser erased under the open app is said, and what was being typed is not called saved', async (t) => {
  const relay = await relayOf(t);
  const phone = await Phone.open('erased');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await relay.stop();
  await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
  await phone.addExpense({ label: 'Pas encore envoyée', net: '5' });
  await phone.page.waitForTimeout(1_000);
  await phone.note(/^Dépense/);
  await phone.fillExpense({ label: 'En train d’être tapée', net: '31' });
  const session = await phone.browser.context.newCDPSession(phone.page);
  await session.send('Storage.clearDataForOrigin', { origin: relay.url, storageTypes: 'indexeddb' });
  await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
  await phone.shot('lost');
  assert.ok(await phone.shows('Pas encore envoyée'), 'what was not sent is named');
  const drafts = await phone.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.ok(drafts.includes('En train d’être tapée'), 'what was typed is still a draft');
});

test('what was not sent when the browser erased everything comes back once its person has joined again', async (t) => {
  const relay = await relayOf(t);
  const phone = await Phone.open('back');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  const expenses = `${relay.url}/activity/me/now/expenses`;
  await phone.page.goto(expenses);
  await phone.addExpense({ label: 'Nappe', net: '5' });
  await phone.rowIs('Nappe', 'reçu');
  await relay.stop();
  await phone.addExpense({ label: 'Verres', net: '7' });
  await phone.row('Nappe').getByRole('link').click();
  await phone.fillExpense({ label: 'Nappe lavable', net: '6' });
  await phone.save();
  await phone.row('Nappe lavable').waitFor();
  await until('it is kept apart', () =>
    phone.page.evaluate(() => JSON.stringify({ ...localStorage }).includes('Nappe lavable')),
  );
  const session = await phone.browser.context.newCDPSession(phone.page);
  const storageTypes = 'indexeddb,file_systems';
  await session.send('Storage.clearDataForOrigin', { origin: relay.url, storageTypes });
  await phone.page.goto(relay.url);
  await phone.page.getByText('2 saisies ont pu être gardées à part').waitFor();
  await phone.shot('kept-apart');
  await relay.start();
  await phone.page.goto('about:blank');
  await phone.join(await relay.invite(relay.nameOf('entrepreneur')));
  await phone.page.getByText('2 saisies que le navigateur avait effacées sont revenues').waitFor();
  await phone.shot('brought-back');
  await phone.page.goto(expenses);
  await phone.rowIs('Verres', 'reçu');
  await phone.rowIs('Nappe lavable', 'reçu');
  await phone.page.reload();
  await phone.row('Verres').waitFor();
  assert.equal(await phone.row('Verres').count(), 1);
  phone.isHealthy();
});

test('a window of an earlier version that holds on to the data is said, and closing it opens the app', async (t) => {
  const relay = await relayOf(t);
  const phone = await Phone.open('held');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  // As the version before left it, and a window of that version that does not hear.
  const other = await phone.browser.context.newPage();
  await other.goto(`${relay.url}/api/v1/nothing`);
  await phone.page.goto('about:blank');
  await other.evaluate(async () => {
    const all = await indexedDB.databases();
    const name = all.map((one) => one.name ?? '').find((one) => one.startsWith('besace-')) ?? '';
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('rows');
      request.result.createObjectStore('meta');
    };
    await new Promise((resolve) => (request.onsuccess = resolve));
    Object.assign(globalThis, { held: request.result });
  });
  await phone.page.goto(relay.url);
  await phone.page.getByText(/Fermez les autres fenêtres/).waitFor();
  await other.close();
  await phone.page.getByRole('button', { name: 'Rouvrir' }).click();
  await phone.sees('Tout est envoyé', 60_000);
});

test('the leading tab closes while it saves: all of it is saved, or all of it is still a draft', async (t) => {
  const relay = await relayOf(t);
  const first = await Phone.open('leader');
  t.after(() => first.close());
  await first.join(relay.link('entrepreneur'));
  const form = `${relay.url}/activity/me/now/journal`;
  const second = new Phone({ ...first.browser, page: await first.browser.context.newPage() });
  await first.page.goto(form);
  await second.page.goto(form);
  await second.sees('Tout est envoyé');
  let leader = first;
  let follower = second;
  for (const waitMs of [0, 15, 40, 80, 160, 400]) {
    const words = `${waitMs} ms. ${LONG}`;
    await leader.page.goto(`${form}/new`);
    await leader.sheet.getByLabel('Texte').fill(words);
    await leader.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click({ noWaitAfter: true });
    await leader.page.waitForTimeout(waitMs);
    const wasSaid = await leader.page.getByText('Enregistré').count();
    await leader.page.close();

    const next = new Phone({ ...first.browser, page: await first.browser.context.newPage() });
    await follower.page.bringToFront();
    await follower.sees(/Tout est envoyé|à envoyer|brouillon/);
    await next.page.goto(`${form}/new`);
    const field = next.sheet.getByLabel('Texte');
    await field.waitFor();
    const entries = follower.page.getByRole('listitem').filter({ hasText: `${waitMs} ms.` });
    let how = '';
    await until('it stands in the list, or in the form', async () => {
      if ((await entries.count()) > 0) how = 'saved';
      else if ((await field.inputValue()) !== '') how = 'a draft';
      return how !== '';
    });
    if (how === 'a draft') {
      assert.equal(wasSaid, 0, 'it was said to be saved');
      assert.equal(await field.inputValue(), words);
      await next.page.getByRole('button', { name: 'Jeter le brouillon' }).click();
    } else {
      await entries.getByRole('link').click();
      const shown = follower.sheet.getByLabel('Texte');
      await until('all of it is shown', async () => (await shown.inputValue()) === words);
      await follower.page.keyboard.press('Escape');
    }
    console.log(`# closed after ${waitMs} ms: ${how}`);
    [leader, follower] = [follower, next];
    await follower.page.goto(form);
  }
});
