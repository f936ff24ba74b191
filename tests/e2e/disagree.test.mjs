/** What two sides did apart and cannot both have: shown to a person, with everything needed to choose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

test('one amount changed on two phones of one person is shown with both values, and settled', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [phone, tablet] = await Promise.all([Phone.open('phone'), Phone.open('tablet')]);
  t.after(() => Promise.all([phone.close(), tablet.close()]));
  const list = `${relay.url}/activity/me/now/expenses`;

  await phone.join(relay.link('entrepreneur'));
  await tablet.joinByCode(relay.url, await phone.inviteDevice());
  await phone.page.goto(list);
  await phone.addExpense({ label: 'Facture du traiteur', net: '100' });
  await phone.rowIs('Facture du traiteur', 'reçu');
  await tablet.page.goto(list);
  await tablet.rowIs('Facture du traiteur', '100,00');

  await relay.stop();
  for (const [one, net] of /** @type {const} */ ([[phone, '110'], [tablet, '120']])) {
    await one.row('Facture du traiteur').getByRole('link').click();
    await one.sheet.getByLabel('Montant TTC').fill(net);
    await one.save();
    await one.rowIs('Facture du traiteur', `${net},00`);
  }
  await relay.start();

  for (const one of [phone, tablet]) {
    await one.sees(/Tout est envoyé/);
    await one.rowIs('Facture du traiteur', 'à vérifier');
  }
  await tablet.row('Facture du traiteur').getByRole('link').click();
  const note = tablet.page.getByRole('region', { name: 'À vérifier' });
  await note.getByText('110,00').waitFor();
  await note.getByText('120,00').waitFor();
  await tablet.shot('conflict');
  await note.getByRole('listitem').filter({ hasText: '110,00' }).getByRole('button', { name: 'Garder' }).click();
  await note.waitFor({ state: 'detached' });
  await tablet.page.keyboard.press('Escape');

  for (const one of [phone, tablet]) {
    await one.rowIs('Facture du traiteur', /110,00[^]*reçu/);
    one.isHealthy();
  }
});

test('work that the cooperative may no longer accept stays readable, says why, and can be copied', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, entrepreneur] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);
  t.after(() => Promise.all([coach.close(), entrepreneur.close()]));
  await Promise.all([coach.join(relay.link('coach')), entrepreneur.join(relay.link('entrepreneur'))]);
  const [adviser, member] = [relay.nameOf('coach'), relay.nameOf('entrepreneur')];

  await relay.stop();
  await coach.openMember(member);
  await coach.page.getByRole('link', { name: 'Mes notes' }).click();
  await coach.page.getByRole('link', { name: 'Nouvelle note' }).click();
  await coach.sheet.getByRole('textbox').fill('Rappeler avant vendredi au sujet du prêt de matériel.');
  await coach.save();
  await coach.openMember(member);
  await coach.page.getByRole('link', { name: 'Actions' }).click();
  await coach.page.getByRole('link', { name: 'Nouvelle action' }).click();
  await coach.sheet.getByRole('textbox').first().fill('Envoyer le modèle de devis');
  await coach.save();
  await coach.sees(/à envoyer · (coopérative injoignable|pas de réseau)/);
  await relay.order('assign', '--end', adviser, member);
  await relay.start();

  await coach.sees(/refusé/);
  await coach.shot('refused-line');
  await coach.openOwn();
  await coach.page.getByRole('link', { name: /Éléments refusés/ }).click();
  const item = coach.page.getByRole('article').filter({ hasText: 'Envoyer le modèle de devis' });
  await item.getByText(/n’en a rien gardé : elle n’est plus que sur ce téléphone/).waitFor();
  await coach.shot('refused');
  await coach.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await item.getByRole('button', { name: 'Copier' }).click();
  await coach.page.getByRole('status').getByText('Copié.').waitFor();
  assert.match(await coach.page.evaluate(() => navigator.clipboard.readText()), /Envoyer le modèle de devis/);

  await entrepreneur.goTo('Accompagnement');
  await entrepreneur.page.getByRole('link', { name: 'Actions' }).click();
  await entrepreneur.sees('Tout est envoyé');
  assert.ok(!(await entrepreneur.shows('Envoyer le modèle de devis')), 'refused work reached somebody');

  await item.getByRole('button', { name: /Abandonner|Ne plus afficher/ }).click();
  await item.waitFor({ state: 'detached' });
  coach.isHealthy();
  entrepreneur.isHealthy();
});

test('a refused entry is corrected in its own form, and goes off in place of the refused one', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const coach = await Phone.open('coach');
  t.after(() => coach.close());
  await coach.join(relay.link('coach'));
  const name = relay.nameOf('coach');
  await coach.page.goto(`${relay.url}/more/team`);
  await coach.page.getByRole('link', { name: 'Ajouter' }).click();
  await coach.sheet.getByLabel('Quoi').fill('Ranger les chaises');
  await coach.save();
  await coach.rowIs('Ranger les chaises', 'reçu');

  await relay.stop();
  await coach.row('Ranger les chaises').getByRole('button', { name: 'C’est fait' }).click();
  await coach.sees(/1 à envoyer/);
  await coach.page.goto(`${relay.url}/events/new`);
  await coach.sheet.getByLabel('Titre').fill('Atelier sans titre');
  await coach.save();
  await coach.sees(/à envoyer · (coopérative injoignable|pas de réseau)/);
  await relay.order('set-roles', name, 'entrepreneur');
  await relay.start();
  await coach.sees(/refusé/);
  await relay.order('set-roles', name, 'coach');
  await coach.goTo('Événements');
  await coach.page.getByRole('link', { name: 'Ajouter' }).waitFor();

  // Started again now, it may not know yet that it may write again, and would rightly refuse.
  await coach.follow('/more/refused');
  // Nothing was typed to tick a task: the card names it.
  const task = coach.page.getByRole('article').filter({ hasText: 'Ranger les chaises' });
  await task.getByText('État : Faite').waitFor();
  await coach.shot('refused-task');
  await task.getByRole('button', { name: 'Réessayer' }).click();
  await task.waitFor({ state: 'detached' });
  const item = coach.page.getByRole('article').filter({ hasText: 'Atelier sans titre' });
  await item.getByRole('link', { name: 'Corriger' }).click();
  assert.equal(await coach.sheet.getByLabel('Titre').inputValue(), 'Atelier sans titre');
  await coach.sheet.getByText(/plus le droit/).waitFor();
  await coach.shot('correction');
  await coach.sheet.getByLabel('Titre').fill('Atelier : fixer ses prix');
  await coach.save();
  await item.waitFor({ state: 'detached' });
  await coach.sees('Tout est envoyé');
  await coach.goTo('Événements');
  await coach.row('Atelier : fixer ses prix').waitFor();
  assert.ok(!(await coach.shows('Atelier sans titre')), 'the refused version went off too');
  coach.isHealthy();
});
