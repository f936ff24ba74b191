/** The board: written and answered without network on two phones, and together once it is back. */
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

test('two phones write on the board offline, answer each other after sync, and say thanks', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, member] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);
  t.after(() => Promise.all([coach.close(), member.close()]));
  await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
  const board = `${relay.url}/more/board`;
  for (const one of [coach, member]) {
    await one.page.goto(board);
    await one.row('La boutique partagée ouvre samedi').waitFor();
  }

  await relay.stop();
  const posts = /** @type {const} */ ([
    [coach, 'Offre', 'Une demi-journée de relecture', 'Vendredi, au tiers-lieu.'],
    [member, 'Besoin', 'Quelqu’un pour relire un contrat', 'Trois pages, avant la fin du mois.'],
  ]);
  for (const [one, topic, title, body] of posts) {
    await one.page.getByRole('link', { name: 'Ajouter' }).click();
    await one.sheet.getByRole('radio', { name: topic }).check({ force: true });
    await one.sheet.getByLabel('Titre').fill(title);
    await one.sheet.getByLabel('Texte').fill(body);
    await one.sheet.getByLabel('Mots-clés').fill('relecture, contrat');
    await one.save();
    await one.rowIs(title, 'sur ce téléphone');
  }
  await member.shot('board-offline');
  await relay.start();

  for (const one of [coach, member]) {
    await one.sees(/Tout est envoyé/);
    for (const [, , title] of posts) await one.rowIs(title, 'relecture');
  }
  await member.shot('board');

  // The coach answers without network; the member edits the post meanwhile.
  await relay.stop();
  await coach.row('Quelqu’un pour relire un contrat').getByRole('link').click();
  await coach.page.getByLabel('Votre réponse').fill('Je peux vendredi à dix heures.');
  await coach.page.getByLabel('Je peux aider').check();
  await coach.page.getByRole('button', { name: 'Enregistrer' }).click();
  await coach.page.getByRole('listitem').filter({ hasText: 'Je peux vendredi' }).waitFor();
  await member.row('Quelqu’un pour relire un contrat').getByRole('link').click();
  await member.page.getByRole('button', { name: 'Modifier' }).click();
  await member.sheet.getByLabel('Texte').fill('Trois pages, avant jeudi.');
  await member.save();
  await relay.start();

  for (const one of [coach, member]) {
    await one.sees(/Tout est envoyé/);
    await one.page.getByText('Trois pages, avant jeudi.').waitFor();
    await one.page.getByText('Je peux vendredi à dix heures.').waitFor();
  }
  // It waits for the author until they said thanks.
  const answered = { name: /Quelqu’un pour relire un contrat.*On propose de vous aider/ };
  await member.page.goto(relay.url);
  await member.page.getByRole('heading', { name: 'Ce qui m’attend' }).waitFor();
  const all = member.page.getByRole('button', { name: /^Tout voir/ });
  if (await all.isVisible()) await all.click();
  await member.page.getByRole('link', answered).waitFor();
  await member.shot('today-answered');
  await member.page.getByRole('link', answered).click();
  await member.page.getByRole('button', { name: 'Dire merci' }).click();
  await member.page.getByText('Vous avez dit merci').waitFor();
  await member.shot('post');
  await coach.page.getByText(`${relay.nameOf('entrepreneur')} dit merci`).waitFor();
  await coach.shot('post-thanked');
  await member.page.goto(relay.url);
  await member.page.getByRole('heading', { name: 'Ce qui m’attend' }).waitFor();
  if (await all.isVisible()) await all.click();
  await member.page.getByRole('link', answered).waitFor({ state: 'detached' });
  for (const one of [coach, member]) one.isHealthy();
});
