/**
 * Animer, échange, expériences, entraide: a need and an offer written without network find each other once it is back;
 * the team sees whom to call.
 */
import { describe, test } from 'node:test';
import { MEET_MS_MAX, joined, look, lookAtBoth, silence, stepsOf } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

const NEED = { topic: 'Besoin', title: 'Un poste à souder deux jours', body: 'Pour une rampe, avant la fin du mois.' };
const OFFER = { topic: 'Offre', title: 'Mon atelier est libre le lundi', body: 'Poste à souder, établi, et un café.' };

/**
 * @param {import('./lib/phone.mjs').Phone} phone
 * @param {typeof NEED} post
 * @param {string} tags
 */
async function write(phone, { topic, title, body }, tags) {
  await phone.openPlace('/more/board');
  await phone.page.getByRole('link', { name: 'Ajouter' }).click();
  await phone.sheet.getByRole('radio', { name: topic }).check({ force: true });
  await phone.sheet.getByLabel('Titre').fill(title);
  await phone.sheet.getByLabel('Texte').fill(body);
  await phone.sheet.getByLabel('Mots-clés').fill(tags);
  await phone.save();
  await phone.rowIs(title, 'sur ce téléphone');
}

describe('animer : échange, expériences, entraide', () => {
  test('a need and an offer written without network meet, are answered, and thanks arrive', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const coach = await joined(t, 'coach', relay.link('coach'));
    const member = await joined(t, 'member', relay.link('entrepreneur'));
    const [helper, asker] = [relay.nameOf('coach'), relay.nameOf('entrepreneur')];
    const step = stepsOf(t, 'community', () => [coach, member]);

    await step('both write without network', async () => {
      await silence(relay, coach, member);
      await write(coach, OFFER, 'soudure, métal');
      await write(member, NEED, 'soudure');
      await look(member, 'community-1-offline');
    });

    await step('each sees the other’s, and the word that both used brings them together', async () => {
      await relay.start();
      await coach.row(NEED.title).waitFor();
      await member.row(NEED.title).getByRole('link').click();
      const together = member.page.getByRole('region', { name: 'Cela pourrait aller ensemble' });
      await together.getByRole('listitem').filter({ hasText: OFFER.title }).filter({ hasText: helper }).waitFor();
      await lookAtBoth(member, 'community-2-match');
      await together.getByRole('link', { name: OFFER.title }).click();
      await member.page.getByRole('heading', { level: 1, name: OFFER.title }).waitFor();
    });

    await step('the answer and the thanks go out by themselves', async () => {
      await silence(relay, coach, member);
      await coach.row(NEED.title).getByRole('link').click();
      await coach.page.getByLabel('Votre réponse').fill('Venez lundi matin, le poste est à vous.');
      await coach.page.getByLabel('Je peux aider').check();
      await coach.save();
      await relay.start();
      await member.page.goBack();
      await member.page.getByText('Venez lundi matin').waitFor({ timeout: MEET_MS_MAX });
      await member.page.getByText('Propose son aide').waitFor();
      await silence(relay, coach, member);
      await member.page.getByRole('button', { name: 'Dire merci' }).click();
      await member.page.getByText('Vous avez dit merci').waitFor();
      await relay.start();
      await coach.page.getByText(`${asker} dit merci`).waitFor({ timeout: MEET_MS_MAX });
      await look(coach, 'community-3-thanks');
    });

    await step('the team sees without network what nobody answered, and who is isolated', async () => {
      const desk = await joined(t, 'coach', await relay.invite(helper), { desk: true, parts: ['shared', 'team'] });
      await silence(relay, coach, desk);
      for (const one of [coach, desk]) {
        await one.openPlace('/more/board');
        await one.row(OFFER.title).waitFor();
        await one.shot('community-4-board');
        await one.page.getByRole('link', { name: 'Sans réponse, membres isolés' }).click();
        await one.page.getByRole('main').getByRole('listitem').first().waitFor();
        await look(one, 'community-5-quiet');
        await one.page.getByRole('link', { name: 'Membres isolés' }).click();
        await one.page.getByText('depuis 90').waitFor();
        await look(one, 'community-6-isolated');
        one.isHealthy();
      }
    });
    member.isHealthy();
  });
});
