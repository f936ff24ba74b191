/**
 * Cadre légal, administratif et financier: without network somebody opens their frame, and those who keep the accounts
 * bring twelve months in from one file, all of it or nothing.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, cents, joined, look, lookAtBoth, silence, stepsOf } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

const HEAD =
  'Nom;Mois;Arrêté au;Trésorerie;Charges;Fournisseurs;Salaires;Clients;Notes de frais;CA HT;Achats;Frais;Contribution;Paie';
/** Twelve months that are nowhere yet. */
const MONTHS = Array.from({ length: 12 }, (_, index) => `${String(index + 1).padStart(2, '0')}/2024`);

/**
 * A file as the accounts write it.
 * @param {string} name
 * @param {Record<number, (line: string) => string>} [spoiled] By line of the file.
 */
function file(name, spoiled = {}) {
  const lines = MONTHS.map((month) => `${name};${month};28/${month};1 234,50;100;20;30;40;5;3 000;500;60;250;700`);
  const text = [HEAD, ...lines].map((line, index) => spoiled[index + 1]?.(line) ?? line).join('\r\n');
  return { name: 'etats-2024.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/**
 * The amounts of a table, by the names of its lines.
 * @param {import('playwright-core').Locator} table
 */
async function amounts(table) {
  const rows = await table.getByRole('row').all();
  const read = rows.map(async (row) => /** @type {const} */ ([
    await row.getByRole('rowheader').innerText(),
    cents((await row.getByRole('cell').innerText()).replace(/^[−+]\s/, '')),
  ]));
  return new Map(await Promise.all(read));
}

describe('cadre légal, administratif et financier', () => {
  test('somebody opens their frame without network: contract, next deadline, accounts and their date', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const phone = await joined(t, 'member', relay.link('entrepreneur'));
    const desk = await joined(t, 'member', await relay.invite(name), { desk: true });
    await silence(relay, phone, desk);
    for (const one of [phone, desk]) {
      const { page } = one;
      await page.reload();
      await one.openPlace('/more/frame');
      await page.getByRole('heading', { level: 1, name: 'Mon cadre' }).waitFor();
      const contracts = page.getByRole('region', { name: /^Contrat/ });
      await contracts.getByText('CESA', { exact: true }).waitFor();
      await contracts.getByText('En vigueur', { exact: true }).waitFor();
      await contracts.getByText(/10\s% de la marge/).first().waitFor();
      const deadline = page.getByRole('region', { name: 'Échéances' }).getByRole('listitem');
      await deadline.filter({ hasText: 'Devenir associé·e avant le' }).filter({ hasText: /Moins de \d+ mois|Plus tard/ }).waitFor();
      const accounts = page.getByRole('region', { name: 'Comptes' });
      await accounts.getByText(/^au 31 janv/).first().waitFor();
      await look(one, 'frame-1-offline');

      const treasury = await amounts(accounts.getByRole('table', { name: /^au 31 janv/ }));
      const of = (/** @type {string} */ line) => treasury.get(line) ?? assert.fail(`${line} among ${[...treasury.keys()]}`);
      const reference = of('Trésorerie du jour') - of('Impôts et charges sociales') - of('Fournisseurs') - of('Salaires');
      assert.equal(of('Trésorerie de référence'), reference);
      assert.equal(of('Trésorerie à venir'), reference + of('Clients à encaisser') - of('Notes de frais'));
      await accounts.scrollIntoViewIfNeeded();
      await one.shot('frame-2-accounts');

      await accounts.getByRole('link', { name: 'Tous les mois' }).click();
      await page.getByRole('heading', { level: 2, name: /^Janvier 2026/ }).waitFor();
      await look(one, 'frame-3-months');
      await one.sees(OFFLINE);
      one.isHealthy();
    }
  });

  test('twelve months come from one file: faults by line, a look at all of it, nothing half', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const member = relay.nameOf('entrepreneur');
    const desk = await joined(t, 'finance', relay.link('finance'), { desk: true });
    const phone = await joined(t, 'member', relay.link('entrepreneur'));
    const { page } = desk;
    const step = stepsOf(t, 'import', () => [desk, phone]);
    const choose = (/** @type {ReturnType<typeof file>} */ chosen) =>
      page.getByLabel('Choisir un fichier CSV').setInputFiles(chosen);

    await step('without network, a file with two faults is told by line, and nothing of it is kept', async () => {
      await desk.goTo('À traiter');
      await page.getByRole('link', { name: 'Importer' }).click();
      await page.getByLabel('Choisir un fichier CSV').waitFor({ state: 'attached' });
      await silence(relay, desk);
      await choose(
        file(member, {
          8: (line) => line.replace(/;\d\d\/2024;/, ';13/2024;'),
          11: (line) => line.replace('1 234,50', '1.234'),
        }),
      );
      const faults = page.getByRole('alert');
      await faults.getByText('2 lignes à corriger dans le fichier').waitFor();
      await faults.getByText('Rien n’a été importé.').waitFor();
      await faults.getByText(/^Ligne 8, Mois\s: ne se lit pas \(«\s13\/2024\s»\)/).waitFor();
      await faults.getByText(/^Ligne 11, Trésorerie du jour\s: peut se lire de deux façons/).waitFor();
      assert.equal(await page.getByRole('button', { name: /^Importer/ }).count(), 0, 'there is no way past a fault');
      assert.doesNotMatch(await desk.syncLine.innerText(), /à envoyer/, 'nothing was written');
      await lookAtBoth(desk, 'import-1-faults');
    });

    await step('the file put right is shown, and imported whole', async () => {
      await choose(file(member));
      await page.getByText('12 lignes prêtes').waitFor();
      const preview = page.getByRole('region', { name: 'Aperçu' });
      await preview.getByRole('cell', { name: member }).first().waitFor();
      await preview.getByText(/1\s234,50\s€/).first().waitFor();
      await lookAtBoth(desk, 'import-2-preview');
      await page.getByRole('button', { name: 'Importer 12 lignes' }).click();
      await page.getByText('12 lignes importées').waitFor({ timeout: MEET_MS_MAX });
      await desk.sees(/12 à envoyer/);
      await look(desk, 'import-3-done');
    });

    await step('the same file again says nothing new', async () => {
      await choose(file(member));
      await page.getByRole('button', { name: 'Importer 12 lignes' }).click();
      await page.getByText('12 lignes importées').waitFor({ timeout: MEET_MS_MAX });
    });

    await step('with the network back, the member reads them', async () => {
      await relay.start();
      await desk.sees('Tout est envoyé', MEET_MS_MAX);
      await phone.openPlace('/more/frame');
      await phone.page.getByRole('link', { name: 'Tous les mois' }).click();
      const month = phone.page.getByRole('region', { name: /^Décembre 2024/ });
      await month.getByText(/3\s000,00\s€/).waitFor();
      assert.equal(await phone.page.getByRole('region', { name: /2024$/ }).count(), MONTHS.length);
      await month.scrollIntoViewIfNeeded();
      await lookAtBoth(phone, 'import-4-read');
    });
    desk.isHealthy();
    phone.isHealthy();
  });
});
