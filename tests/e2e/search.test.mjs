/** Search over everything on the phone: also without network, and what is not sent yet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

test('what was typed without network is found from Aujourd’hui, opened, and found again on the way back', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('search');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await relay.stop();
  await phone.addExpense({ label: 'Colle à bois d’été', net: '8' });

  await phone.goTo('Aujourd’hui');
  const { page } = phone;
  await page.getByRole('main').getByRole('link', { name: 'Chercher partout' }).click();
  const field = page.getByLabel('Chercher partout');
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
  await page.keyboard.type('COLLE ete');
  await phone.rowIs('Colle à bois d’été', 'sur ce téléphone');
  await phone.shot('search-found');
  await phone.row('Colle à bois d’été').getByRole('link').click();
  await phone.sheet.getByLabel('Quoi').waitFor();
  assert.equal(await phone.sheet.getByLabel('Quoi').inputValue(), 'Colle à bois d’été');
  await page.goBack();
  await phone.row('Colle à bois d’été').waitFor();

  await field.fill('rien de la sorte');
  await page.getByText('Rien de tel sur ce téléphone.').waitFor();
  await phone.shot('search-none');
  await field.fill('');
  await page.getByRole('main').getByRole('link', { name: 'Annuaire' }).waitFor();

  // By somebody's name, in the directory too.
  await field.fill(relay.nameOf('coach').toUpperCase());
  await page.getByRole('main').getByRole('listitem').filter({ hasText: relay.nameOf('coach') }).first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: relay.nameOf('coach') }).waitFor();
  phone.isHealthy();
});
