/** Content on a phone ends the app when it is read: the app starts, sets that document aside, and works on. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fatalRow } from './lib/fatal.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { rowsOf } from './lib/rows.mjs';

const NOTE = /n’a pas pu lire ce dossier et l’a mis de côté/;

describe('a phone of which one document ends the app when it is read', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('aside');
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.addExpense({ label: 'Pain pour le stand', net: '12,50' });
    await phone.rowIs('Pain pour le stand', 'reçu');
    await relay.stop();
    await phone.addExpense({ label: 'Sel pour le stand', net: '2,50' });
    await phone.rowIs('Sel pour le stand', 'sur ce téléphone');

    const held = await phone.page.evaluate(rowsOf, { puts: [], deletes: [] });
    const [coop = '', member = '', device = ''] = held.name.replace('besace-', '').split('.');
    const rows = held.rows.map((row) => ({ ...row, value: Uint8Array.from(row.value) }));
    const { doc, row } = await fatalRow(rows, { coop, member, device }, held.year);
    const puts = [
      { ...row, value: [...row.value] },
      // Without its record, the document is read when a screen asks for it.
      { store: 'records', key: doc, value: [255] },
    ];
    await phone.page.evaluate(rowsOf, { puts, deletes: [] });
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('the app starts and says in the document’s place that it was set aside', async () => {
    await phone.page.getByRole('alert').filter({ hasText: NOTE }).waitFor();
    await phone.page.getByText('1 saisie attend').waitFor();
    await phone.sees(/1 à envoyer/);
    await phone.shot('aside');
    await phone.page.reload();
    await phone.page.getByRole('alert').filter({ hasText: NOTE }).waitFor();
  });

  test('everything else works on, and is sent', async () => {
    await relay.start();
    const event = await phone.nextUnanswered();
    await phone.answerEvent(event, 'Je viens');
    await phone.page.getByRole('region', { name: 'Votre réponse' }).getByText('reçu').waitFor();
    await phone.sees(/1 à envoyer/);
    await phone.goTo('Aujourd’hui');
    await phone.page.getByRole('alert').filter({ hasText: NOTE }).waitFor();
  });

  test('downloaded again, the document is read and what waited goes out', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.page.getByRole('button', { name: 'Télécharger à nouveau' }).click();
    await phone.sees('Tout est envoyé', 60_000);
    await phone.rowIs('Pain pour le stand', 'reçu');
    await phone.rowIs('Sel pour le stand', 'reçu');
    assert.equal(await phone.page.getByRole('alert').filter({ hasText: NOTE }).count(), 0);
  });
});
