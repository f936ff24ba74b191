/**
 * The main job, end to end: a coach and an entrepreneur lose the signal, work, and meet again.
 *
 * The relay is stopped for real; each phone is a browser of its own.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const EXPENSE = { label: 'Location du stand', net: '86,00', vat: '17,20' };

const PLACE = 'Atelier des Quatre-Vents';

/** What a coach writes on site, point by point. */
const POINTS = [
  'Chiffre d’affaires de 24 300 € sur dix mois, pour un objectif de 28 000 €.',
  'Deux contrats réguliers en vue avec des écoles de la vallée.',
  'Viser 30 000 € l’an prochain, quatre jours d’activité par mois au moins.',
  'Une formation aux devis, et un appui sur les prix.',
  'Relancer les trois devis de septembre ; présenter son offre à la rencontre de décembre.',
  'Port de charges à l’atelier : prêt d’un diable par la coopérative.',
  'Candidature au sociétariat à préparer pour l’assemblée de juin.',
  'Douze jours pris, treize restants.',
];

test('two phones lose the signal, work, and meet again', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, entrepreneur] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);
  t.after(() => Promise.all([coach.close(), entrepreneur.close()]));

  /** @param {string} step */
  const shots = (step) => Promise.all([coach.shot(`story-${step}`), entrepreneur.shot(`story-${step}`)]);
  const member = relay.nameOf('entrepreneur');
  /** @type {import('./lib/phone.mjs').Event} */
  let event;

  let failed = false;
  /**
   * One step; those after a failed one have nothing to stand on.
   * @param {string} name
   * @param {() => Promise<void>} act
   */
  const step = (name, act) =>
    t.test(name, { skip: failed && 'a step before failed' }, async () => {
      try {
        await act();
      } catch (error) {
        failed = true;
        await shots('failed');
        throw error;
      }
    });

  await step('both join from their printed links', async () => {
    await Promise.all([coach.join(relay.link('coach')), entrepreneur.join(relay.link('entrepreneur'))]);
    await shots('1-joined');
    event = await entrepreneur.nextUnanswered();
  });

  await step('the relay stops, and both say so', async () => {
    await relay.stop();
    await Promise.all([coach.sees(/(coopérative injoignable|pas de réseau)/), entrepreneur.sees(/(coopérative injoignable|pas de réseau)/)]);
    await shots('2-offline');
  });

  await step('the coach logs a statutory session with its eight points', async () => {
    await coach.logSession(member, { place: PLACE, points: POINTS });
    await coach.page.getByText('8 points sur 8 remplis').waitFor();
    await coach.page.getByText('sur ce téléphone').first().waitFor();
    await coach.sees(/[12] à envoyer · (coopérative injoignable|pas de réseau)/);
  });

  await step('the entrepreneur notes an expense and answers an event', async () => {
    await entrepreneur.addExpense(EXPENSE);
    await entrepreneur.openExpenses();
    await entrepreneur.rowIs(EXPENSE.label, 'sur ce téléphone');
    await entrepreneur.answerEvent(event, 'Je viens');
    await entrepreneur.sees(/2 à envoyer · (coopérative injoignable|pas de réseau)/);
    await shots('3-worked');
  });

  await step('both reload without network, and their work is there', async () => {
    await Promise.all([coach.page.reload(), entrepreneur.page.reload()]);
    await coach.page.getByText('8 points sur 8 remplis').waitFor();
    assert.equal(await coach.page.getByLabel(/^1\. /).inputValue(), POINTS[0]);
    await coach.sees(/[12] à envoyer · (coopérative injoignable|pas de réseau)/);
    await entrepreneur.sees(/2 à envoyer · (coopérative injoignable|pas de réseau)/);
    assert.ok(await entrepreneur.page.getByRole('radio', { name: 'Je viens', exact: true }).isChecked());
    await entrepreneur.openExpenses();
    await entrepreneur.rowIs(EXPENSE.label, 'sur ce téléphone');
    await shots('4-reloaded');
  });

  await step('the relay starts again, and within seconds both agree', async () => {
    const start = performance.now();
    await relay.start();
    await Promise.all([coach.sees('Tout est envoyé'), entrepreneur.sees('Tout est envoyé')]);
    await entrepreneur.rowIs(EXPENSE.label, 'reçu');
    await coach.page.getByText(/reçu par la coopérative le/).first().waitFor();

    await entrepreneur.goTo('Accompagnement');
    await entrepreneur.row(PLACE).getByRole('link').click();
    await entrepreneur.page.getByText('8 points sur 8 remplis').waitFor();
    console.log(`# from the relay's start to both phones agreeing: ${Math.round(performance.now() - start)} ms`);
    for (const text of POINTS) assert.ok(await entrepreneur.shows(text), `the entrepreneur does not see “${text}”`);

    await coach.openMember(member);
    await coach.page.getByRole('main').getByRole('link', { name: 'Activité' }).click();
    await coach.page.getByRole('link', { name: 'Dépenses' }).click();
    await coach.rowIs(EXPENSE.label, '103,20');
    await shots('5-agreed');
  });

  await step('the event knows the answer', async () => {
    await entrepreneur.openEvent(event);
    const answer = entrepreneur.page.getByRole('region', { name: 'Votre réponse' });
    await answer.getByText(/reçu par la coopérative le/).waitFor();
    await coach.openEvent(event);
    await coach.page.getByRole('listitem').filter({ hasText: member }).waitFor();
    await shots('6-event');
  });

  await step('the entrepreneur signs, and the coach sees it at once', async () => {
    await entrepreneur.goTo('Accompagnement');
    await entrepreneur.row(PLACE).getByRole('link').click();
    await entrepreneur.sign(member, { mine: true });
    await coach.openMember(member);
    await coach.row(PLACE).getByRole('link').click();
    await coach.page.getByText(`Signé par ${member}`).waitFor();
    await shots('7-signed');
  });

  coach.isHealthy();
  entrepreneur.isHealthy();
});
