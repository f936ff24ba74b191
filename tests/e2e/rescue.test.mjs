/** The phone's own data breaks the app at every start: what a person did is kept, what was downloaded comes again. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** Breaks every downloaded row, and leaves the trace of starts that came to nothing. Runs in the page. */
async function breakRows() {
  const { name = '' } = (await indexedDB.databases()).find(({ name }) => /^besace-.*\./.test(name ?? '')) ?? {};
  /** @type {IDBDatabase} */
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tx = db.transaction(['rows', 'meta'], 'readwrite');
  const rows = tx.objectStore('rows');
  for (const store of ['records', 'snapshots', 'changes']) {
    const request = rows.getAllKeys(IDBKeyRange.bound([store], [store, []]));
    request.onsuccess = () => request.result.forEach((key) => rows.put(new Uint8Array([255, 0, 1]), key));
  }
  tx.objectStore('meta').put(2, 'starts');
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onerror = () => reject(tx.error);
  });
  db.close();
}

describe('a phone of which the downloaded data is broken', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('rescue');
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.row('€').waitFor();
    await relay.stop();
    await phone.addExpense({ label: 'Pain pour le stand', net: '12,50' });
    await phone.rowIs('Pain pour le stand', 'sur ce téléphone');
    await phone.page.evaluate(breakRows);
    // A tab that dies says no goodbye: a page that is left counts as started.
    await phone.browser.crashTab();
    phone = new Phone({ ...phone.browser, page: await phone.browser.context.newPage() });
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('what was not sent can be kept as a file', async () => {
    const download = phone.page.waitForEvent('download');
    await phone.page.getByRole('button', { name: 'Garder une copie de ce qui n’est pas envoyé' }).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^besace-non-envoye-.*\.json$/);
    /** @type {{ state: string, what: { type: string, expense: { label: string, netCents: number } } }[]} */
    const items = JSON.parse(await readFile(await file.path(), 'utf8'));
    assert.equal(items.length, 1);
    assert.equal(items[0]?.state, 'outbox');
    assert.equal(items[0]?.what.expense.label, 'Pain pour le stand');
    assert.equal(items[0]?.what.expense.netCents, 1_250);
  });

  test('everything is downloaded again, and what was not sent goes out', async () => {
    await relay.start();
    await phone.page.getByRole('button', { name: 'Télécharger à nouveau depuis la coopérative' }).click();
    await phone.sees('Tout est envoyé', 60_000);
    await phone.rowIs('Pain pour le stand', 'reçu');
    assert.ok((await phone.page.getByRole('listitem').filter({ hasText: '€' }).count()) > 1, 'the others are back');
  });

  test('the app starts as usual afterwards', async () => {
    await phone.page.reload();
    await phone.rowIs('Pain pour le stand', 'reçu');
  });
});
