/**
 * What those follow who lead: a coach holds an interview that both sign, and the director sees that it counts, without a
 * word of it, also while the relay is down. Pictures on a phone and on a desktop.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const PLACE = 'Atelier du Bas';
const POINTS = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}, dit entre nous.`);
const DESKTOP = { width: 1280, height: 900 };
/** What is derived waits a moment for more of it. */
const DERIVED_MS_MAX = 60_000;

test('the director sees that an interview was held and signed, and not what was said', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, director] = await Promise.all([Phone.open('coach'), Phone.open('director')]);
  t.after(() => Promise.all([coach.close(), director.close()]));
  await Promise.all([coach.join(relay.link('coach')), director.join(relay.link('director'))]);
  const [name, coachName] = [relay.nameOf('entrepreneur'), relay.nameOf('coach')];
  const { page } = director;

  await director.openPlace('/more/followup');
  await page.getByText(/^2026\s: \d+ en retard, /).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'entretiens' }).first().waitFor();
  await director.shot('followup-1-list');
  await page.getByLabel('Chercher une personne').fill(name);
  await page.getByRole('listitem').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText(/\d sur 2 entretiens légaux faits et signés en 2026/).waitFor();
  const counting = page.getByRole('listitem').filter({ hasText: 'Compte' });
  const before = await counting.count();

  await coach.logSession(name, { place: PLACE, points: POINTS });
  await page.getByRole('listitem').filter({ hasText: 'À signer' }).first().waitFor({ timeout: DERIVED_MS_MAX });
  await coach.sign(coachName, { mine: true });
  await coach.sign(name, { mine: false });
  await coach.sees('Tout est envoyé');
  await counting.nth(before).waitFor({ timeout: DERIVED_MS_MAX });
  const row = counting.first();
  await row.filter({ hasText: `Signé par ` }).filter({ hasText: coachName }).waitFor();
  await director.shot('followup-2-member');

  await relay.stop();
  await director.sees(/injoignable/);
  await page.reload();
  await counting.nth(before).waitFor();
  for (const words of [PLACE, ...POINTS]) assert.equal(await director.shows(words), false, words);
  await page.getByRole('link', { name: 'Retour' }).click();
  await page.getByRole('radio', { name: /^À jour/ }).check({ force: true });
  await page.getByRole('radio', { name: '2025' }).check({ force: true });
  await page.getByText(/^2025\s: /).waitFor();
  await page.getByRole('radio', { name: '2026' }).check({ force: true });
  await page.getByRole('radio', { name: /^Tous/ }).check({ force: true });
  await page.setViewportSize(DESKTOP);
  await page.getByRole('listitem').filter({ hasText: 'entretiens' }).first().waitFor();
  await director.shot('followup-3-desktop');

  await coach.goTo('Coopérative');
  await coach.page.getByRole('link', { name: 'Annuaire' }).waitFor();
  assert.equal(await coach.page.getByRole('link', { name: 'Suivi des entretiens' }).count(), 0, 'for those who lead');
  coach.isHealthy();
  director.isHealthy();
});
