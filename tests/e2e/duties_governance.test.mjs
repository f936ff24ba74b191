/**
 * Gouvernance, responsabilités: one person has one stance whatever their devices say; what comes after the end is told
 * and not counted; somebody stands for a mandate and is given it.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { liveOn } from './lib/clock.mjs';
import { DESK, MEET_MS_MAX, joined, look, lookAtBoth, silence, stepsOf } from './lib/duties.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const POLL = 'Où ouvrir la troisième permanence';
const ADVICE = 'Vos attentes pour l’accompagnement';
const [FIRST, HERE, THERE] = ['La maison des associations', 'La médiathèque', 'La gare'];
const WORDS = 'Du temps pour les devis, s’il vous plaît.';
/** When both are over. */
const AFTER = '2026-03-20T08:00:00Z';
const GROUP = 'Commission achats groupés';
/** Who founded it. */
const FOUNDER = 'Noémie Œuvrard';
const MANDATE = 'Secrétariat';

/**
 * Opens a consultation by what the cooperative lists.
 * @param {Phone} phone
 * @param {string} question
 */
async function openQuestion(phone, question) {
  await phone.openPlace('/more/decisions');
  await phone.row(question).getByRole('link').click();
  await phone.page.getByRole('heading', { level: 1, name: question }).waitFor();
}

describe('gouvernance, responsabilités', () => {
  test('two devices of one person make one stance, and what is late is told and not counted', async (t) => {
    const own = process.env['CLOCK_SHIFT_S'];
    t.after(() => void (process.env['CLOCK_SHIFT_S'] = own));
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const phone = await joined(t, 'member', relay.link('entrepreneur'));
    const desk = await joined(t, 'member', await relay.invite(name), { desk: true });
    let [late, reader] = [phone, desk];
    const step = stepsOf(t, 'stance', () => [late, reader]);

    await step('an answer given on one is on the other, and each changes it without network', async () => {
      for (const one of [phone, desk]) await openQuestion(one, POLL);
      const [mine, other] = [phone, desk].map(({ page }) => page.getByRole('region', { name: 'Votre avis' }));
      assert.ok(mine && other);
      await mine.getByRole('radio', { name: FIRST }).check({ force: true });
      await other.getByRole('radio', { name: FIRST, checked: true }).waitFor({ timeout: MEET_MS_MAX });
      await silence(relay, phone, desk);
      for (const [one, choice] of /** @type {const} */ ([[phone, HERE], [desk, THERE]])) {
        const answer = one.page.getByRole('region', { name: 'Votre avis' });
        await answer.getByRole('radio', { name: choice }).check({ force: true });
        await answer.getByText(/sur ce téléphone/).first().waitFor();
        await look(one, 'stance-1-offline');
      }
    });

    await step('both are shown with what each said, and one is kept', async () => {
      await relay.start();
      for (const one of [phone, desk]) {
        await one.sees('Tout est envoyé', MEET_MS_MAX);
        await one.page.getByRole('region', { name: 'À vérifier' }).getByText(HERE).first().waitFor({ timeout: MEET_MS_MAX });
      }
      await look(phone, 'stance-2-both');
      const note = phone.page.getByRole('region', { name: 'À vérifier' });
      await note.getByRole('listitem').filter({ hasText: THERE }).getByRole('button', { name: 'Garder' }).click();
      for (const one of [phone, desk]) {
        await one.page.getByRole('region', { name: 'À vérifier' }).waitFor({ state: 'detached', timeout: MEET_MS_MAX });
        const answer = one.page.getByRole('region', { name: 'Votre avis' });
        await answer.getByRole('radio', { name: THERE, checked: true }).waitFor();
        await one.sees('Tout est envoyé', MEET_MS_MAX);
      }
    });

    await step('an answer written in time that comes after the end is told late', async () => {
      await openQuestion(phone, ADVICE);
      await silence(relay, phone);
      await phone.page.getByLabel('Mon avis').fill(WORDS);
      await phone.save();
      await phone.close({ keep: true });
      await desk.close({ keep: true });
      liveOn(AFTER);
      await relay.start();
      const [mine, other] = [phone, desk].map(({ browser }) => browser.profile);
      late = await Phone.open('late', { folder: mine });
      t.after(() => late.close());
      reader = await Phone.open('late-desk', { folder: other, size: DESK, scale: 1 });
      t.after(() => reader.close());
      for (const one of [late, reader]) {
        await one.page.goto(relay.url);
        await one.sees('Tout est envoyé', MEET_MS_MAX);
        await one.openPlace('/more/decisions');
        await one.page.getByRole('radio', { name: 'Passées' }).check({ force: true });
        await one.row(ADVICE).getByRole('link').click();
        await one.page.getByText(/Votre réponse est arrivée après la fin\s: elle ne compte pas/).waitFor({ timeout: MEET_MS_MAX });
        await one.page.getByText(/\d+ réponses? tardives?, non comptées?/).waitFor();
        await one.page.getByText('Décompte arrêté à la clôture').waitFor();
        await one.page.getByText('Qui a dit quoi').click();
        assert.equal(await one.page.getByText(WORDS).count(), 0, 'nobody reads among the answers what came too late');
        await look(one, 'stance-3-late');
      }
    });

    await step('of the poll one voice stands, with what was kept', async () => {
      for (const one of [late, reader]) {
        await one.openPlace('/more/decisions');
        await one.page.getByRole('radio', { name: 'Passées' }).check({ force: true });
        await one.row(POLL).getByRole('link').click();
        await one.page.getByText('Décompte arrêté à la clôture').waitFor({ timeout: MEET_MS_MAX });
        await one.page.getByText('Qui a dit quoi').click();
        const voice = one.page.getByRole('listitem').filter({ hasText: name });
        await voice.filter({ hasText: THERE }).waitFor();
        assert.equal(await voice.count(), 1);
        await look(one, 'stance-4-tally');
        one.isHealthy();
      }
    });
  });

  test('somebody stands for an open mandate without network, and is given it', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const member = await joined(t, 'candidate', relay.link('entrepreneur'));
    const founder = await joined(t, 'founder', await relay.invite(FOUNDER), { desk: true });
    const step = stepsOf(t, 'mandate', () => [member, founder]);
    /** @param {Phone} one */
    const mandate = (one) => one.page.getByRole('region', { name: 'Mandats' }).getByRole('listitem').filter({ hasText: MANDATE });

    await step('the member stands for it', async () => {
      await silence(relay, member);
      await member.openPlace('/more/groups');
      await member.row(GROUP).filter({ hasText: '1 mandat à pourvoir' }).getByRole('link').click();
      await mandate(member).filter({ hasText: 'À pourvoir' }).waitFor();
      await mandate(member).getByRole('button', { name: 'Je me porte candidat·e' }).click();
      await mandate(member).getByText(`Candidatures : ${name}`).waitFor();
      await look(member, 'mandate-1-candidate');
    });

    await step('it waits for who leads the group, who gives it', async () => {
      await relay.start();
      await founder.goTo('Aujourd’hui');
      const all = founder.page.getByRole('button', { name: /^Tout voir/ });
      const waits = founder.page.getByRole('link', { name: /Candidature à un mandat/ });
      await waits.or(all).first().waitFor({ timeout: MEET_MS_MAX });
      if (await all.isVisible()) await all.click();
      await waits.waitFor({ timeout: MEET_MS_MAX });
      await look(founder, 'mandate-2-today');
      await waits.click();
      await mandate(founder).getByRole('button', { name: `Confier à ${name}` }).click();
      await mandate(member).getByText(`Confié à ${name}`).waitFor({ timeout: MEET_MS_MAX });
      await lookAtBoth(founder, 'mandate-3-given');
      await lookAtBoth(member, 'mandate-3-given');
    });
    member.isHealthy();
    founder.isHealthy();
  });
});
