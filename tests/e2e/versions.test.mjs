/** An update of the app that changes what a phone keeps, with work that the cooperative does not have yet. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DIGEST, asBefore } from './lib/earlier.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { startFront } from './lib/release.mjs';
import { rowsOf } from './lib/rows.mjs';
import { until } from './lib/wait.mjs';

const RECEIVED = 'Pain pour le stand';
const WAITING = ['Sel pour le stand', 'Beurre pour le stand', 'Farine pour le stand'];
/** Of a kind that came later. */
const POST = 'La boutique partagée ouvre samedi';

describe('an app of before the kinds were listed is updated with work in its outbox', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Awaited<ReturnType<typeof startFront>>} */
  let front;
  /** @type {Phone} */
  let phone;

  /** @param {string} page */
  const open = (page) => phone.page.goto(`${relay.url}/activity/me/now/${page}`);

  /** What the phone holds. */
  const held = () => phone.page.evaluate(rowsOf, { puts: [], deletes: [] });

  /** How much of its records stands in the form of before. */
  const ofBefore = async () => {
    const records = (await held()).rows.filter(({ store }) => store === 'records');
    assert.ok(records.length > 0);
    return records.filter(({ value }) => DIGEST.every((byte, at) => value[at] === byte)).length / records.length;
  };

  /**
   * Each stands once, in this state.
   * @param {Phone} one
   * @param {string | RegExp} state
   * @param {string[]} labels
   */
  const once = async (one, state, labels) => {
    for (const label of labels) {
      await one.rowIs(label, state);
      assert.equal(await one.page.getByRole('listitem').filter({ hasText: label }).count(), 1, label);
    }
  };

  before(async () => {
    front = await startFront(() => relay.port);
    relay = await startRelay({ publicPort: front.port });
    phone = await Phone.open('versions');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
    await front?.close();
  });

  test('what waits is shown by the new version, without network', async () => {
    await open('expenses');
    await phone.addExpense({ label: RECEIVED, net: '12,50' });
    await phone.rowIs(RECEIVED, 'reçu');
    front.deploy('next');
    await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await phone.page.getByText('Une nouvelle version est prête.').waitFor();
    await relay.stop();
    for (const label of WAITING) await phone.addExpense({ label, net: '2,50' });
    await phone.sees(/3 à envoyer/);

    const then = asBefore((await held()).rows);
    assert.ok(then.deletes.length > 0, 'there are documents of later kinds');
    await phone.page.evaluate(rowsOf, then);
    assert.equal(await ofBefore(), 1);
    await phone.page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await phone.page.getByRole('button', { name: 'Mettre à jour' }).click();
    await until('the new version runs', () => phone.page.evaluate(() => !('notReloaded' in globalThis)));

    await phone.sees(/3 à envoyer/);
    await open('expenses');
    await once(phone, 'sur ce téléphone', WAITING);
    await once(phone, 'reçu', [RECEIVED]);
    await phone.shot('waiting');
  });

  test('it is sent once the relay is there, nothing is lost, and nothing stands twice', async () => {
    await relay.start();
    await phone.sees('Tout est envoyé');
    await once(phone, 'reçu', [RECEIVED, ...WAITING]);
    assert.equal(await ofBefore(), 0, 'every record was written anew');
  });

  test('what the earlier version did not know comes too', async () => {
    await phone.page.goto(`${relay.url}/more/board`);
    await phone.row(POST).waitFor();
  });

  test('another phone of the same person has the same', async (t) => {
    const code = await phone.inviteDevice();
    const other = await Phone.open('other');
    t.after(() => other.close());
    await other.joinByCode(relay.url, code);
    await other.page.goto(`${relay.url}/activity/me/now/expenses`);
    await once(other, 'reçu', [RECEIVED, ...WAITING]);
    phone.isHealthy();
    other.isHealthy();
  });
});
