/**
 * Accompagnement: on somebody's doorstep without network, the coach reads all there is at a glance; what is asked about a
 * topic reaches also who is named for it.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, joined, look, silence } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

/** Sessions shown of those that were held. */
const SESSIONS = 3;
const ACTION = 'Relancer les deux écoles avant l’été';
const ASK = 'Mon client veut une clause d’exclusivité de trois ans.';

describe('accompagnement personnalisé', () => {
  test('the brief sheet opens without network: goals, actions, last sessions, treasury lines, sector', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const parts = ['shared', 'team'];
    const phone = await joined(t, 'coach', relay.link('coach'), { parts });
    const desk = await joined(t, 'coach', await relay.invite(relay.nameOf('coach')), { desk: true, parts });

    await phone.openMember(name);
    await phone.page.getByRole('link', { name: 'Actions' }).click();
    await phone.page.getByRole('link', { name: 'Nouvelle action' }).click();
    await phone.sheet.getByRole('textbox').first().fill(ACTION);
    await phone.save();
    await desk.follow(new URL(phone.page.url()).pathname);
    await desk.rowIs(ACTION, 'reçu');
    await silence(relay, phone, desk);

    for (const one of [phone, desk]) {
      const { page } = one;
      await page.reload();
      await one.openMember(name);
      await page.getByRole('link', { name: 'En bref' }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const part = (/** @type {string | RegExp} */ title) => page.getByRole('region', { name: title });
      await page.getByText(/\d sur 2 entretiens légaux cette année/).waitFor();
      await part('Objectifs').getByRole('listitem').first().waitFor();
      await part('Actions').getByRole('listitem').filter({ hasText: ACTION }).waitFor();
      await part('Dernières séances').getByRole('listitem').first().waitFor();
      assert.equal(await part('Dernières séances').getByRole('listitem').count(), SESSIONS);
      const accounts = part('Comptes').getByRole('table').first();
      for (const line of ['Trésorerie du jour', 'Impôts et charges sociales', 'Fournisseurs', 'Salaires', 'Clients à encaisser', 'Notes de frais']) {
        await accounts.getByRole('row').filter({ hasText: line }).filter({ hasText: '€' }).waitFor();
      }
      await part(/^Secteur/).getByText('Assurances').waitFor();
      await look(one, 'brief-1');
      await part('Dernières séances').scrollIntoViewIfNeeded();
      await one.shot('brief-2-sessions');
      await part(/^Secteur/).scrollIntoViewIfNeeded();
      await one.shot('brief-3-sector');

      // Each line leads to where it is worked on, and back.
      await part('Objectifs').getByRole('link', { name: 'Tout voir' }).click();
      await page.getByRole('link', { name: 'Nouvel objectif' }).waitFor();
      await page.goBack();
      await part('Dernières séances').getByRole('listitem').first().getByRole('link').click();
      await page.getByRole('region', { name: 'Signatures' }).or(page.getByRole('heading', { name: 'Signatures' })).first().waitFor();
      await page.goBack();
      await part('Dernières séances').waitFor();
      await page.getByRole('link', { name: 'Retour', exact: true }).click();
      await page.getByRole('link', { name: 'Nouvelle séance' }).waitFor();
      await one.sees(OFFLINE);
      one.isHealthy();
    }
  });
});

describe('accompagnement juridique', () => {
  test('an ask sent to the person named for its topic waits for them, and goes when it is taken back', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const phone = await joined(t, 'entrepreneur', relay.link('entrepreneur'));
    const named = await joined(t, 'director', relay.link('director'));
    const [name, who] = [relay.nameOf('entrepreneur'), relay.nameOf('director')];
    const line = () => named.page.getByRole('link').filter({ hasText: ASK });

    await phone.follow('/coaching/me/asks/new');
    await phone.sheet.getByRole('textbox').first().fill(ASK);
    await phone.sheet.getByLabel('Sujet').selectOption('Contrats et droit');
    await phone.sheet.getByRole('radio', { name: who }).check({ force: true });
    await phone.sheet.getByText(`${who} ne lira rien d’autre`).waitFor();
    await look(phone, 'asked-1-form');
    await phone.save();
    await phone.follow('/coaching/me/asks');
    const row = phone.page.getByRole('listitem').filter({ hasText: ASK });
    await row.getByText(/^Qui lit cette demande/).filter({ hasText: who }).waitFor();

    // Found among what waits, however much of it does.
    await named.goTo('Aujourd’hui');
    await named.page.getByRole('heading', { name: 'Ce qui m’attend' }).waitFor();
    const more = named.page.getByRole('button', { name: /^Tout voir/ });
    await line().or(more).first().waitFor();
    if ((await line().count()) === 0) await more.click();
    await line().first().waitFor({ timeout: MEET_MS_MAX });
    await line().first().click();
    const card = named.page.getByRole('listitem').filter({ hasText: ASK });
    await card.getByRole('link', { name }).waitFor();
    await card.getByText(/La demande quitte cette page/).waitFor();
    await look(named, 'asked-2-card');

    await row.getByRole('link', { name: 'Modifier' }).click();
    await phone.sheet.getByRole('radio', { name: 'Personne d’autre' }).check({ force: true });
    await phone.save();
    await card.waitFor({ state: 'detached', timeout: MEET_MS_MAX });
    phone.isHealthy();
    named.isHealthy();
  });
});
