/** The browser erased the database by itself: that is said, with the names of what was not sent. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** What is noted outside the database is noted this long after, at most. */
const NOTED_MS = 1_500;

describe('a phone of which the browser erased the data', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('erased');
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.row('€').waitFor();
    await relay.stop();
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('lists what is not sent by its name, with what it waits for', async () => {
    await phone.addExpense({ label: 'Pain pour le stand', net: '12,50' });
    await phone.page.goto(`${relay.url}/more/sync`);
    await phone.rowIs('Pain pour le stand', /attend le réseau|part au prochain échange/);
  });

  test('says so and names what was not sent, in place of a plain invitation to join', async () => {
    await phone.page.waitForTimeout(NOTED_MS);
    await phone.page.goto('about:blank');
    const session = await phone.browser.context.newCDPSession(phone.page);
    await session.send('Storage.clearDataForOrigin', { origin: relay.url, storageTypes: 'indexeddb' });
    await phone.page.goto(relay.url);
    await phone.page.getByRole('heading', { name: 'Le navigateur a effacé ce que Besace gardait ici' }).waitFor();
    const note = await phone.page.getByRole('alert').innerText();
    assert.match(note, /Pain pour le stand/);
    await phone.page.reload();
    await phone.page.getByText('Pain pour le stand').waitFor();
  });

  test('joined again, it no longer speaks of that', async () => {
    await relay.start();
    const link = await relay.invite(relay.nameOf('entrepreneur'));
    await phone.join(link);
    await phone.page.reload();
    await phone.sees('Tout est envoyé');
    assert.equal(await phone.page.getByText('Le navigateur a effacé').count(), 0);
  });
});
