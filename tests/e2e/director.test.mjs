/** A director of a new cooperative brings people in, and deals with a lost phone and a departure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** @typedef {import('./lib/relay.mjs').Relay} Relay */

const NEWCOMER = 'Camille Ferrand';

/**
 * A new cooperative, and its director's phone.
 * @param {import('node:test').TestContext} t
 */
async function founded(t) {
  const relay = await startRelay({ director: 'Dominique Martin' });
  t.after(() => relay.close());
  const director = await Phone.open('director');
  t.after(() => director.close());
  await director.join(relay.link('director'));
  return { relay, director };
}

/**
 * Adds a coach, invites them, and answers the code.
 * @param {Phone} director
 */
async function bringIn(director) {
  const { page } = director;
  await page.getByRole('link', { name: /^Ajoutez vos membres/ }).click();
  await director.sheet.getByLabel('Prénom et nom').fill(NEWCOMER);
  await director.sheet.getByRole('checkbox', { name: 'Entrepreneur·e' }).uncheck();
  await director.sheet.getByRole('checkbox', { name: 'Accompagnateur·rice' }).check();
  await director.sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { level: 1, name: NEWCOMER }).waitFor();
  await page.getByRole('button', { name: 'Inviter' }).click();
  await page.getByRole('img', { name: 'Code QR de l’invitation' }).waitFor();
  return page.getByRole('main').locator('output').innerText();
}

/**
 * Another phone, joining by the code.
 * @param {import('node:test').TestContext} t
 * @param {Relay} relay
 * @param {string} code
 */
async function comeIn(t, relay, code) {
  const phone = await Phone.open('newcomer');
  t.after(() => phone.close());
  await phone.joinByCode(relay.url, code);
  return phone;
}

test('a member that a director adds and invites joins with the code, and is seen with their phone', async (t) => {
  const { relay, director } = await founded(t);
  const code = await bringIn(director);
  await director.shot('invitation');
  const newcomer = await comeIn(t, relay, code);
  await newcomer.page.getByRole('link', { name: /^Présentez-vous/ }).waitFor();
  await newcomer.goTo('Mes membres');
  await newcomer.page.getByText('Personne ne vous est encore confié.').waitFor();

  await director.page.reload();
  await director.page.getByRole('listitem').filter({ hasText: 'Vu aujourd’hui' }).waitFor();
  await director.page.goto(`${relay.url}/more/people`);
  await director.page.getByRole('radio', { name: 'Actifs 2' }).waitFor();
  await director.page.getByRole('radio', { name: 'Attendus 0' }).check({ force: true });
  await director.page.getByText('Tout le monde a rejoint.').waitFor();

  await newcomer.goTo('Coopérative');
  await newcomer.page.getByRole('link', { name: 'Annuaire' }).waitFor();
  assert.equal(await newcomer.page.getByRole('link', { name: 'Membres et invitations' }).count(), 0, 'for directors only');
  director.isHealthy();
  newcomer.isHealthy();
});

test('what a director types without network is kept, and saved when it is back', async (t) => {
  const { relay, director } = await founded(t);
  await bringIn(director);
  await relay.stop();
  await director.sees(/(coopérative injoignable|pas de réseau)/);
  await director.page.getByRole('button', { name: 'Modifier' }).click();
  await director.sheet.getByText(/^Hors ligne/).waitFor();
  await director.sheet.getByLabel('Antenne').fill('Vallée');
  await director.sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await director.sheet.getByRole('status').getByText(/^La coopérative ne répond pas/).waitFor();
  await director.page.reload();
  await director.page.getByText('Il faut du réseau pour voir et changer les membres.').waitFor();

  await relay.start();
  await director.page.getByRole('button', { name: 'Modifier' }).click();
  await director.sheet.getByText('Brouillon gardé sur ce téléphone').waitFor();
  assert.equal(await director.sheet.getByLabel('Antenne').inputValue(), 'Vallée');
  await director.sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await director.page.getByText('Enregistré par la coopérative.').waitFor();
  await director.page.getByRole('definition').filter({ hasText: 'Vallée' }).waitFor();
});

test('a lost phone is taken away, and erases itself', async (t) => {
  const { relay, director } = await founded(t);
  const newcomer = await comeIn(t, relay, await bringIn(director));
  await director.page.reload();
  await director.page.getByRole('button', { name: /^Retirer : / }).click();
  await director.sheet.getByRole('button', { name: 'Retirer', exact: true }).click();
  await director.page.getByText('Aucun appareil.').waitFor();
  await newcomer.page.getByLabel('Code d’invitation').waitFor();
});

test('a departure is noted at once and can be taken back; one director always remains', async (t) => {
  const { director } = await founded(t);
  await bringIn(director);
  const { page } = director;
  await page.getByRole('button', { name: 'Noter son départ' }).click();
  await page.getByRole('definition').filter({ hasText: 'Parti' }).waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('definition').filter({ hasText: 'Actif' }).waitFor();

  await director.goTo('Coopérative');
  await page.getByRole('link', { name: 'Membres et invitations' }).click();
  await page.getByRole('listitem').getByRole('link', { name: 'Dominique Martin' }).click();
  await page.getByRole('button', { name: 'Noter son départ' }).click();
  await page.getByText('Il faut qu’au moins une personne garde le rôle Direction.').waitFor();
});
