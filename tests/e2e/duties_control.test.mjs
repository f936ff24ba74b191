/**
 * Suivi et contrôle: forty lines decided in one sitting by keyboard without network; a refusal, its correction and a
 * payment that crosses it; the file for the accounts.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, counted, joined, look, lookAtBoth, signal, silence, stepsOf } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

/** A label that a spreadsheet would run. */
const FORMULA = '=1+HYPERLINK("http://exemple.test")';
const [REFUSED, PAID] = ['Table de découpe', 'Vitrine en bois'];
const REASON = 'Le ticket manque : joignez-le.';
/** Lines decided in one sitting, those of the member among them. */
const SITTING = 40;

describe('suivi et contrôle', () => {
  test('forty lines in one sitting, one refused and corrected, another paid meanwhile, all of it exported', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const finance = await joined(t, 'finance', relay.link('finance'), { desk: true, parts: ['shared', 'team'] });
    const member = await joined(t, 'member', relay.link('entrepreneur'));
    const { page } = finance;
    const step = stepsOf(t, 'control', () => [finance, member]);
    const line = (/** @type {string} */ label) => page.getByRole('listitem').filter({ hasText: label });
    const lines = () => counted(finance, /(\d+) lignes?\b/);
    /**
     * Presses a key on the line chosen, and waits until it is decided: one fewer is listed.
     * @param {string} key
     */
    async function decide(key) {
      const before = await lines();
      await page.keyboard.press(key);
      if (key === 'r') {
        await page.getByLabel('Pourquoi refuser').waitFor();
        await page.keyboard.type(REASON);
        await page.keyboard.press('Enter');
      }
      await page.getByText(new RegExp(`^${before - 1} lignes?$`)).waitFor();
    }
    /**
     * Finds the lines of the member, with the keyboard on the first.
     * @param {string} words
     */
    async function find(words) {
      const search = page.getByLabel('Chercher une personne ou un libellé');
      await search.fill(words);
      await line(words).first().waitFor();
      await search.press('Tab');
    }

    await step('the member hands three lines in', async () => {
      for (const label of [FORMULA, REFUSED, PAID]) await member.addExpense({ label, net: '120' });
      await member.openExpenses();
      await member.page.getByRole('button', { name: /^Soumettre le mois.*mars/ }).click();
      for (const label of [FORMULA, REFUSED, PAID]) await member.rowIs(label, 'Soumise');
      await member.sees('Tout est envoyé', MEET_MS_MAX);
    });

    await step('without network, finance decides forty by keyboard alone, and refuses one with a reason', async () => {
      await finance.goTo('À traiter');
      await find(PAID);
      await silence(relay, finance, member);
      const all = page.getByLabel('Chercher une personne ou un libellé');
      for (const label of [FORMULA, PAID]) {
        await find(label);
        await decide('a');
      }
      await find(REFUSED);
      await page.keyboard.press('r');
      await page.getByLabel('Pourquoi refuser').waitFor();
      await look(finance, 'control-1-why');
      await page.keyboard.press('Escape');
      await page.getByLabel('Pourquoi refuser').waitFor({ state: 'detached' });
      await decide('r');
      await all.fill('');
      await page.getByRole('listitem').nth(1).waitFor();
      await all.press('Tab');
      await finance.sees(/^3 à envoyer/);
      for (let done = 3; done < SITTING; done++) await decide('a');
      await finance.sees(new RegExp(`${SITTING} à envoyer`));
      await lookAtBoth(finance, 'control-2-forty');
    });

    await step('what was decided goes out, and the member reads why', async () => {
      await signal(relay, finance, member);
      await finance.sees('Tout est envoyé', MEET_MS_MAX);
      await member.rowIs(REFUSED, 'Refusée');
      await member.rowIs(PAID, 'Acceptée');
      await silence(relay, finance, member);
    });

    await step('the member corrects it without network, while finance marks the others paid', async () => {
      await member.row(REFUSED).getByRole('link').click();
      await member.sheet.getByText(`Refusée : ${REASON}`).waitFor();
      await look(member, 'control-3-refused');
      await member.sheet.getByLabel('Quoi').fill(`${REFUSED}, ticket joint`);
      await member.save();
      await member.rowIs(REFUSED, 'Corrigée depuis le refus');
      await page.getByRole('radio', { name: 'Acceptées' }).check({ force: true });
      for (const label of [FORMULA, PAID]) {
        await find(label);
        await decide('p');
      }
    });

    await step('both stand once they meet', async () => {
      await signal(relay, finance, member);
      for (const one of [finance, member]) await one.sees('Tout est envoyé', MEET_MS_MAX);
      await member.rowIs(PAID, 'Remboursée');
      await member.rowIs(REFUSED, 'Corrigée depuis le refus');
      await lookAtBoth(member, 'control-4-member');
      await page.getByRole('radio', { name: 'À décider' }).check({ force: true });
      await find(`${REFUSED}, ticket joint`);
      await line(REFUSED).getByText(`Refusée auparavant : ${REASON}`).waitFor();
      await look(finance, 'control-5-again');
    });

    await step('the file for the accounts runs nothing', async () => {
      await silence(relay, finance);
      await page.getByRole('radio', { name: 'Remboursées' }).check({ force: true });
      await find(name);
      const count = await lines();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Exporter en CSV' }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      const [head = '', ...rows] = text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
      assert.match(head, /^Membre;Date;Type;Catégorie;Libellé;HT;TVA;TTC;/);
      assert.equal(rows.length, count);
      const row = rows.find((one) => one.includes('HYPERLINK')) ?? assert.fail(`no row of the formula in:\n${text}`);
      assert.ok(row.includes(`"'${FORMULA.replaceAll('"', '""')}"`), row);
      assert.ok(row.startsWith(`${name};2026-03-02;Dépense;`), row);
      for (const cell of rows.flatMap((one) => one.split(';'))) assert.doesNotMatch(cell, /^"?\s*[=+@]/, cell);
      await page.getByText(`${count} lignes exportées`).waitFor();
      await look(finance, 'control-6-exported');
      await finance.sees(OFFLINE);
    });
    finance.isHealthy();
    member.isHealthy();
  });
});
