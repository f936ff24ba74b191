/** A stolen phone: once revoked, nothing of anybody is found on it, in no place and in no tab. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

/** Everything that the browser keeps for the app. Runs in the page. */
async function kept() {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  /** @type {string[]} */
  const rows = [];
  for (const name of names) {
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      /** @type {IDBValidKey[]} */
      const keys = await new Promise((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAllKeys();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      rows.push(...keys.map((key) => `${name}/${store}/${String(key)}`));
    }
    db.close();
  }
  /** @type {string[]} */
  const files = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    files.push(...(await cache.keys()).map(({ url }) => new URL(url).pathname));
  }
  return { rows, files, storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)] };
}

describe('a phone that was stolen', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('stolen');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('holds rows, a key, and what was typed and not saved', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses/new`);
    await phone.fillExpense({ label: 'Un secret', net: '12,50' });
    await phone.page.evaluate(() => sessionStorage.setItem('besace:draft:of-tomorrow', 'Un secret'));
    const { rows, storage } = await phone.page.evaluate(kept);
    assert.ok(rows.some((row) => row.includes('/rows/')), 'rows');
    assert.ok(rows.some((row) => row.startsWith('besace/keys/')), 'a key');
    assert.ok(storage.some((key) => key.startsWith('besace:draft:')), storage.join());
  });

  test('erases all of it at its next contact, in every tab', async () => {
    const other = await phone.browser.context.newPage();
    await other.goto(`${relay.url}/activity/me/now/journal/new`);
    await other.getByRole('dialog').getByRole('textbox').last().fill('Un autre secret');
    const devices = await relay.order('devices', relay.nameOf('entrepreneur'));
    for (const device of devices.match(/[0-9A-HJKMNP-TV-Z]{26}/g) ?? []) await relay.order('revoke-device', device);
    for (const page of [phone.page, other]) {
      await page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
      await until('nothing is left', async () => {
        const { rows, files, storage } = await page.evaluate(kept);
        const foreign = files.filter((path) => path.startsWith('/api/'));
        return [rows, storage, foreign].every((left) => left.length === 0);
      });
    }
    await phone.page.getByText(/^Cet appareil a été retiré le /).waitFor();
    await phone.page.reload();
    await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
    await phone.page.getByText('Tout avait été envoyé.').waitFor();
    assert.deepEqual((await phone.page.evaluate(kept)).rows, []);
  });
});
