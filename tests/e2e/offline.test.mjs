/** What must hold on one person's phones when the network, the tab, the browser or the app's version goes away. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startProxy } from './lib/proxy.mjs';
import { startFront } from './lib/release.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

/** Far above what a phone needs, for the machine may be busy; the budget itself is measured by the benches. */
const COLD_START_MS_MAX = 10_000;

describe('one phone without network', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('entrepreneur');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('a page reloaded without network shows the same work', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    const shown = await phone.row('€').innerText();
    await relay.stop();
    await phone.page.reload();
    await phone.row('€').waitFor();
    assert.equal(await phone.row('€').innerText(), shown);
    await phone.sees(/(coopérative injoignable|pas de réseau)/);
    phone.isHealthy();
  });

  test('the app starts cold without network, and keeps what was done so', async () => {
    await phone.addExpense({ label: 'Pain pour le stand', net: '12,50' });
    await phone.close({ keep: true });
    phone = await Phone.open('entrepreneur', { folder: phone.browser.profile });
    const start = performance.now();
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.rowIs('Pain pour le stand', 'sur ce téléphone');
    const tookMs = performance.now() - start;
    console.log(`# cold start without network: ${Math.round(tookMs)} ms`);
    assert.ok(tookMs < COLD_START_MS_MAX, `the first screen took ${Math.round(tookMs)} ms`);
  });

  test('what was said to be saved survives the death of the browser', async () => {
    await phone.addExpense({ label: 'Pile de la balance', net: '4,20', vat: '0,84' });
    await phone.browser.kill();
    phone = await Phone.open('entrepreneur', { folder: phone.browser.profile });
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.rowIs('Pile de la balance', 'sur ce téléphone');
    await phone.sees(/2 à envoyer · (coopérative injoignable|pas de réseau)/);
  });

  test('what was being typed survives the death of its tab', async () => {
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'Nappe à moitié saisie', net: '31' });
    await phone.browser.crashTab();
    phone = new Phone({ ...phone.browser, page: await phone.browser.context.newPage() });
    await phone.page.goto(`${relay.url}/activity/me/now/expenses/new`);
    await phone.sheet.getByText('Brouillon gardé sur ce téléphone').waitFor();
    assert.equal(await phone.sheet.getByLabel('Quoi').inputValue(), 'Nappe à moitié saisie');
    await phone.save();
  });

  test('everything goes out by itself once the relay is back', async () => {
    await relay.start();
    await phone.sees('Tout est envoyé');
    for (const label of ['Pain pour le stand', 'Pile de la balance', 'Nappe à moitié saisie']) {
      await phone.rowIs(label, 'reçu');
    }
    phone.isHealthy();
  });

  test('a relay killed outright loses nothing it acknowledged', async () => {
    await phone.addExpense({ label: 'Avant la coupure', net: '9' });
    await phone.rowIs('Avant la coupure', 'reçu');
    await relay.kill();
    await phone.addExpense({ label: 'Pendant la coupure', net: '8' });
    await relay.start();
    await phone.sees('Tout est envoyé');
    await phone.rowIs('Avant la coupure', 'reçu');
    await phone.rowIs('Pendant la coupure', 'reçu');
  });
});

describe('two tabs of one browser', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let first;

  before(async () => {
    relay = await startRelay();
    first = await Phone.open('tabs');
    await first.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await first?.close();
    await relay?.close();
  });

  test('one writes, the other follows at once, and takes over when the first goes', async () => {
    const second = new Phone({ ...first.browser, page: await first.browser.context.newPage() });
    await first.page.goto(`${relay.url}/activity/me/now/expenses`);
    await second.page.goto(`${relay.url}/activity/me/now/expenses`);
    await second.sees('Tout est envoyé');

    await first.addExpense({ label: 'Depuis la première', net: '10' });
    await second.rowIs('Depuis la première', /reçu|sur ce téléphone/);
    await second.addExpense({ label: 'Depuis la seconde', net: '11' });
    await first.rowIs('Depuis la seconde', /reçu|sur ce téléphone/);
    await second.rowIs('Depuis la seconde', 'reçu');

    await first.page.close();
    await second.addExpense({ label: 'La première est fermée', net: '12' });
    await second.rowIs('La première est fermée', 'reçu');
    second.isHealthy();
    first = second;
  });
});

describe('a new version of the app', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Awaited<ReturnType<typeof startFront>>} */
  let front;
  /** @type {Phone} */
  let phone;

  before(async () => {
    front = await startFront(() => relay.port);
    relay = await startRelay({ publicPort: front.port });
    phone = await Phone.open('update');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
    await front?.close();
  });

  test('is offered, waits for an unfinished form, and loses nothing of it', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses/new`);
    await phone.fillExpense({ label: 'Commencée avant la mise à jour', net: '77' });
    front.deploy('next');
    await phone.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await until('a new version waits', () =>
      phone.page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)),
    );
    await phone.page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await phone.page.getByText('Une nouvelle version est prête.').waitFor();
    assert.equal(await phone.sheet.getByLabel('Quoi').inputValue(), 'Commencée avant la mise à jour');

    await phone.save();
    assert.ok(await phone.page.evaluate(() => 'notReloaded' in globalThis), 'nobody asked for the new version yet');
    await phone.page.getByRole('button', { name: 'Mettre à jour' }).click();
    await until('the new version runs', () => phone.page.evaluate(() => !('notReloaded' in globalThis)));
    await phone.rowIs('Commencée avant la mise à jour', /reçu|sur ce téléphone/);
    phone.isHealthy();
  });
});

describe('a spoiled road', () => {
  test('cut, truncated and slow connections delay work, and lose or double none of it', async (t) => {
    /** @type {import('./lib/relay.mjs').Relay} */
    let relay;
    const road = await startProxy(() => relay.port);
    t.after(() => road.close());
    relay = await startRelay({ publicPort: road.port });
    t.after(() => relay.close());
    const phone = await Phone.open('road');
    t.after(() => phone.close());
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);

    road.cut();
    await phone.addExpense({ label: 'Route coupée', net: '1' });
    await phone.sees(/1 à envoyer/);
    road.truncate(200);
    road.restore();
    await phone.addExpense({ label: 'Réponses tronquées', net: '2' });
    const before = road.opened();
    await until('the phone tries again', () => road.opened() > before, { timeoutMs: 30_000 });
    road.truncate(null);
    road.delay(300);
    await phone.addExpense({ label: 'Route lente', net: '3' });
    await phone.sees('Tout est envoyé');
    for (const label of ['Route coupée', 'Réponses tronquées', 'Route lente']) {
      await phone.rowIs(label, 'reçu');
      assert.equal(await phone.page.getByRole('listitem').filter({ hasText: label }).count(), 1);
    }
    phone.isHealthy();
  });
});
