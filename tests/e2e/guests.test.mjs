/** What goes with an answer: written without network, read by the team alone; a lift that is offered, by everybody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const DIET = 'Sans arachide';
const WORD = 'J’arrive un peu après neuf heures';
const FROM = 'Gare de Valbonne';

test('the team reads the diet and the word of who comes, and everybody the lift', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, member] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);
  t.after(() => Promise.all([coach.close(), member.close()]));
  await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
  const event = await member.nextUnanswered();
  await coach.openEvent(event);
  await coach.page.getByRole('heading', { name: 'Qui vient' }).waitFor();

  await relay.stop();
  await member.answerEvent(event, 'Je viens');
  await member.page.getByRole('button', { name: 'Régime, covoiturage, mot' }).click();
  await member.sheet.getByLabel('Régime alimentaire').fill(DIET);
  await member.sheet.getByLabel('Un mot pour l’équipe').fill(WORD);
  await member.sheet.getByLabel('Places que vous proposez en voiture').fill('3');
  await member.sheet.getByLabel('Au départ de').fill(FROM);
  await member.sheet.getByText('L’équipe et les personnes qui animent').waitFor();
  await member.shot('guests-form');
  await member.save();
  await member.page.getByRole('region', { name: 'Votre réponse' }).getByText(DIET).waitFor();
  const calendar = (await member.given('Dans mon agenda (.ics)')).toString().replaceAll('\r\n ', '');
  assert.ok(calendar.includes(`URL:${relay.url}${event.path}\r\n`), calendar);
  // Without network a seat may be asked for, and not be had.
  assert.match(calendar, /STATUS:(CONFIRMED|TENTATIVE)\r\n/);
  await relay.start();

  await Promise.all([coach.sees('Tout est envoyé'), member.sees('Tout est envoyé')]);
  const name = relay.nameOf('entrepreneur');
  const guest = coach.page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: DIET });
  await guest.filter({ hasText: WORD }).waitFor();
  await member.page.getByRole('listitem').filter({ hasText: FROM }).waitFor();
  await Promise.all([coach.shot('guests-team'), member.shot('guests-member')]);
  assert.equal(await member.page.getByRole('heading', { name: 'Qui vient' }).count(), 0);
  // They stay without network, and after a reload.
  await relay.stop();
  await coach.page.reload();
  await guest.waitFor();
  for (const one of [coach, member]) one.isHealthy();
});
