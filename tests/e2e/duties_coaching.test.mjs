/** Accompagnement personnalisé: on somebody's doorstep without network, the coach reads all there is at a glance. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OFFLINE, joined, look, silence } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

/** Sessions shown of those that were held. */
const SESSIONS = 3;
const ACTION = 'Relancer les deux écoles avant l’été';

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
