/** What somebody types is what is kept: stale pages, old drafts, two people at once, and forms that are only read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

/** @param {import('node:test').TestContext} t */
async function relayOf(t) {
  const relay = await startRelay();
  t.after(() => relay.close());
  return relay;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string[]} names
 */
async function phonesOf(t, ...names) {
  const phones = await Promise.all(names.map((name) => Phone.open(name)));
  t.after(() => Promise.all(phones.map((phone) => phone.close())));
  return phones;
}

/** A coach and a member with the same session open on their phones. */
async function sameSession(/** @type {import('node:test').TestContext} */ t) {
  const relay = await relayOf(t);
  const [coach, member] = await phonesOf(t, 'coach', 'member');
  await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
  const points = Array.from({ length: 8 }, (_, index) => `Point ${index + 1} du matin.`);
  await coach.logSession(relay.nameOf('entrepreneur'), { place: 'Atelier de Die', points });
  await coach.sees('Tout est envoyé');
  await member.goTo('Accompagnement');
  await member.row('Atelier de Die').getByRole('link').click();
  await until('the session is on both phones', () => member.shows('Point 8 du matin.'));
  return { relay, coach, member };
}

/**
 * The point of that number on the page of a session.
 * @param {Phone} phone
 * @param {number} number
 */
const point = (phone, number) => phone.page.getByLabel(new RegExp(`^${number}\\. `));

/** Two phones of one person, with an expense that both have. */
async function sameExpense(/** @type {import('node:test').TestContext} */ t) {
  const relay = await relayOf(t);
  const [phone, tablet] = await phonesOf(t, 'phone', 'tablet');
  await phone.join(relay.link('entrepreneur'));
  await tablet.joinByCode(relay.url, await phone.inviteDevice());
  const list = `${relay.url}/activity/me/now/expenses`;
  await phone.page.goto(list);
  await phone.addExpense({ label: 'Pain pour le stand', net: '100' });
  await phone.rowIs('Pain pour le stand', 'reçu');
  await tablet.page.goto(list);
  await tablet.rowIs('Pain pour le stand', '100,00');
  return { relay, phone, tablet, list };
}

test('a point saved from a page that is behind does not take back the point that the other saved meanwhile', async (t) => {
  const { relay, coach, member } = await sameSession(t);

  // Live: the coach is typing while the member's words arrive.
  await point(coach, 1).fill('Le chiffre d’affaires atteint 18 000 €.');
  await point(member, 2).fill('Deux marchés de plus au printemps.');
  await member.save();
  await until('what the coach did not touch follows', async () =>
    (await point(coach, 2).inputValue()).startsWith('Deux marchés'),
  );
  await coach.save();

  // Apart: each saves from a page that never saw the other's words.
  await relay.stop();
  await point(coach, 3).fill('Objectif : 22 000 €.');
  await coach.save();
  await point(member, 4).fill('Une formation à la vente en ligne.');
  await member.save();
  await relay.start();

  for (const phone of [coach, member]) {
    await phone.sees('Tout est envoyé');
    for (const [number, words] of /** @type {const} */ ([
      [1, 'Le chiffre d’affaires atteint 18 000 €.'],
      [2, 'Deux marchés de plus au printemps.'],
      [3, 'Objectif : 22 000 €.'],
      [4, 'Une formation à la vente en ligne.'],
      [5, 'Point 5 du matin.'],
    ])) {
      await until(`point ${number} on ${phone.browser.name}`, async () => (await point(phone, number).inputValue()) === words);
    }
    phone.isHealthy();
  }
});

test('two sentences about one fact are put together and marked to be read again, until one reads them', async (t) => {
  const { relay, coach, member } = await sameSession(t);
  await relay.stop();
  await point(coach, 1).fill('Point 1 du matin. Le stand a coûté 400 €.');
  await coach.save();
  await point(member, 1).fill('Point 1 du matin. Le stand a coûté 450 €.');
  await member.save();
  // Another paragraph, changed by one of them only, stays quiet.
  await point(member, 6).fill('Rien à signaler pour la santé.');
  await member.save();
  await relay.start();

  for (const phone of [coach, member]) {
    await phone.sees('Tout est envoyé');
    const note = phone.page.getByRole('region', { name: 'À relire' });
    await note.waitFor();
    assert.equal(await note.count(), 1, 'only the paragraph that both changed is marked');
    await note.getByText('400 €').waitFor();
    await note.getByText('450 €').waitFor();
  }
  await member.shot('reread');
  await coach.goTo('Aujourd’hui');
  await coach.page.getByText('À relire').first().waitFor();
  await coach.openOwn();
  await coach.page.getByRole('link', { name: /À vérifier/ }).click();
  await coach.page.getByRole('region', { name: 'À relire' }).waitFor();
  await coach.shot('reread-list');

  await member.page.getByRole('button', { name: 'J’ai relu' }).click();
  for (const phone of [member, coach]) {
    await phone.page.getByRole('region', { name: 'À relire' }).waitFor({ state: 'detached', timeout: 30_000 });
    phone.isHealthy();
  }
});

test('a draft of yesterday with an old amount does not go back over the newer one', async (t) => {
  const { phone, tablet } = await sameExpense(t);
  await phone.row('Pain pour le stand').getByRole('link').click();
  await phone.sheet.getByLabel('Montant TTC').fill('110');
  await phone.page.keyboard.press('Escape');

  await tablet.row('Pain pour le stand').getByRole('link').click();
  await tablet.sheet.getByLabel('Montant TTC').fill('150');
  await tablet.save();
  await phone.rowIs('Pain pour le stand', '150,00');

  // The page is closed over night: only the draft remembers what was seen.
  await phone.page.reload();
  await phone.row('Pain pour le stand').getByRole('link').click();
  assert.equal(await phone.sheet.getByLabel('Montant TTC').inputValue(), '110');
  await phone.sheet.getByText(/Changé entre-temps/).waitFor();
  await phone.sheet.getByText('150,00').first().waitFor();
  await phone.shot('moved');
  await phone.save();

  await phone.rowIs('Pain pour le stand', 'à vérifier');
  await tablet.rowIs('Pain pour le stand', 'à vérifier');
  await tablet.row('Pain pour le stand').getByRole('link').click();
  const note = tablet.sheet.getByRole('region', { name: 'À vérifier' });
  await note.getByText('110,00').waitFor();
  await note.getByText('150,00').waitFor();

  // What is chosen is what the open form shows, on both phones.
  await phone.row('Pain pour le stand').getByRole('link').click();
  await note.getByRole('listitem').filter({ hasText: '110,00' }).getByRole('button', { name: 'Garder' }).click();
  for (const one of [tablet, phone]) {
    await until('the open form shows the value that was chosen', async () =>
      /^110(,00)?$/.test(await one.sheet.getByLabel('Montant TTC').inputValue()),
    );
  }
  await phone.page.keyboard.press('Escape');
  await tablet.page.keyboard.press('Escape');

  // Who saves another field leaves the amount alone.
  await phone.row('Pain pour le stand').getByRole('link').click();
  await phone.sheet.getByLabel('Quoi').fill('Pain et beurre pour le stand');
  await phone.save();
  for (const one of [phone, tablet]) {
    await one.rowIs('Pain et beurre pour le stand', /110,00[^]*reçu/);
    one.isHealthy();
  }
});

test('an entry that somebody removes while it is being changed keeps the words on the screen', async (t) => {
  const { phone, tablet } = await sameExpense(t);
  await phone.row('Pain pour le stand').getByRole('link').click();
  await phone.sheet.getByLabel('Quoi').fill('Pain, levain et farine');
  await tablet.row('Pain pour le stand').getByRole('link').click();
  await tablet.sheet.getByRole('button', { name: 'Supprimer' }).click();
  await phone.sheet.getByText(/supprimé entre-temps/).waitFor();
  assert.equal(await phone.sheet.getByLabel('Quoi').inputValue(), 'Pain, levain et farine');
  await phone.shot('gone');
  await phone.sheet.getByRole('button', { name: 'Rétablir' }).click();
  await phone.sheet.getByText(/supprimé entre-temps/).waitFor({ state: 'detached' });
  await phone.save();
  await phone.rowIs('Pain, levain et farine', 'reçu');
  phone.isHealthy();
});

test('what one may not change opens to be read: a coach gets no save and no remove on a member’s expense', async (t) => {
  const relay = await relayOf(t);
  const [coach, member] = await phonesOf(t, 'coach', 'member');
  await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
  await member.addExpense({ label: 'Location du four', net: '80', vat: '16' });
  await member.sees('Tout est envoyé');
  await coach.openMember(relay.nameOf('entrepreneur'));
  await coach.page.getByRole('main').getByRole('link', { name: 'Activité', exact: true }).click();
  await coach.page.getByRole('link', { name: 'Dépenses' }).click();
  await coach.row('Location du four').getByRole('link').click();
  await coach.sheet.getByText('80,00').waitFor();
  await coach.shot('reading');
  for (const name of ['Enregistrer', 'Supprimer']) {
    assert.equal(await coach.sheet.getByRole('button', { name }).count(), 0, `${name} is offered`);
  }
  assert.equal(await coach.sheet.getByRole('textbox').count(), 0, 'a field can be typed in');
  coach.isHealthy();
});

test('two tabs keep their own drafts, and a tab that is gone leaves its draft to the next', async (t) => {
  const relay = await relayOf(t);
  const [phone] = await phonesOf(t, 'phone');
  await phone.join(relay.link('entrepreneur'));
  const form = `${relay.url}/activity/me/now/expenses/new`;
  const other = await phone.browser.context.newPage();
  await phone.page.goto(form);
  await other.goto(form);
  await phone.page.getByLabel('Quoi').fill('Farine de la première fenêtre');
  await other.getByLabel('Quoi').fill('Beurre de la seconde fenêtre');
  await Promise.all([phone.page.reload(), other.reload()]);
  assert.equal(await phone.page.getByLabel('Quoi').inputValue(), 'Farine de la première fenêtre');
  assert.equal(await other.getByLabel('Quoi').inputValue(), 'Beurre de la seconde fenêtre');

  await other.close();
  const third = await phone.browser.context.newPage();
  await third.goto(form);
  await until('the draft of the tab that is gone is found again', async () =>
    (await third.getByLabel('Quoi').inputValue()) === 'Beurre de la seconde fenêtre',
  );
  await third.close();
  assert.equal(await phone.page.getByLabel('Quoi').inputValue(), 'Farine de la première fenêtre');
  phone.isHealthy();
});

test('a draft is listed by its name in Aujourd’hui, opens there, and is thrown away with a way back', async (t) => {
  const relay = await relayOf(t);
  const [phone] = await phonesOf(t, 'phone');
  await phone.join(relay.link('entrepreneur'));
  await phone.note(/^Dépense/);
  await phone.fillExpense({ label: 'Pain pour le stand', net: '12,5' });
  await phone.page.keyboard.press('Escape');
  await phone.goTo('Aujourd’hui');
  const link = phone.page.getByRole('link', { name: /Dépense · Pain pour le stand/ });
  await link.waitFor();
  await phone.shot('drafts');
  await phone.sees('1 brouillon');
  await link.click();
  assert.equal(await phone.sheet.getByLabel('Montant TTC').inputValue(), '12,5');
  await phone.page.keyboard.press('Escape');
  await phone.goTo('Aujourd’hui');
  await phone.page.getByRole('button', { name: /^Jeter/ }).click();
  await link.waitFor({ state: 'detached' });
  await phone.page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await link.waitFor();
  await link.click();

  // Three taps save once, and nothing is left to send.
  const save = phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true });
  await save.evaluate((button) => {
    for (let tap = 0; tap < 3; tap++) /** @type {HTMLElement} */ (button).click();
  });
  await phone.saved();
  await phone.openExpenses();
  await phone.row('Pain pour le stand').waitFor();
  assert.equal(await phone.page.getByRole('listitem').filter({ hasText: 'Pain pour le stand' }).count(), 1);
  await phone.goTo('Aujourd’hui');
  await link.waitFor({ state: 'detached' });
  phone.isHealthy();
});
