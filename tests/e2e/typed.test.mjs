/** What is typed is what is kept, or its field objects: what browsers alone know, on the screen. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

describe('what is typed', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;
  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('typing');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  /** Types digits into the parts of a date as a keyboard does; day and month alike, for their order is the browser's. */
  async function typeDate(/** @type {string} */ digits) {
    const field = phone.sheet.getByLabel('Date');
    await field.focus();
    await field.pressSequentially(digits);
  }

  test('an amount that reads in two ways is asked, and what is chosen is kept', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'Deux lectures', net: '12 50' });
    await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const question = phone.sheet.getByRole('group').filter({ hasText: '12,50' });
    await question.getByText(/12,50\s€\sou\s1\s250,00\s€\s\?/).waitFor();
    await question.getByRole('button', { name: /^12,50/ }).click();
    await phone.save();
    await phone.rowIs('Deux lectures', '12,50');
  });

  test('a reading is taken at one tap, also before anybody tried to save', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'Une touche', net: '3 50' });
    await phone.sheet.getByRole('button', { name: /^3,50/ }).click();
    assert.equal(await phone.sheet.getByLabel('Montant TTC').inputValue(), '3,50');
    await phone.save();
    await phone.rowIs('Une touche', '3,50');
  });

  test('part of a date is not saved as none: the field says so and has the focus', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'Date à moitié', net: '12' });
    await phone.sheet.getByLabel('Date').press('Delete');
    await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await phone.sheet.getByText('Cette date est incomplète').waitFor();
    const focused = await phone.page.evaluate(() => document.activeElement?.getAttribute('type'));
    assert.equal(focused, 'date');
    await typeDate('11112026');
    await phone.save();
    await phone.rowIs('Date à moitié', '12,00');
  });

  test('the year 26 is asked about at once', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'An 26', net: '12' });
    await typeDate('11110026');
    await phone.sheet.getByLabel('Quoi').focus();
    await phone.sheet.getByRole('button', { name: '2026', exact: true }).click();
    assert.equal(await phone.sheet.getByLabel('Date').inputValue(), '2026-11-11');
    await phone.save();
  });

  test('an expense whose date moves to another year moves there, and comes back', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.addExpense({ label: 'D’une autre année', net: '31' });
    await phone.row('D’une autre année').getByRole('link').click();
    await phone.sheet.getByLabel('Date').fill('2025-12-31');
    await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await phone.page.getByText('Déplacé dans 2025.').waitFor();
    await phone.row('D’une autre année').waitFor({ state: 'detached' });
    await phone.page.getByRole('button', { name: 'Annuler' }).click();
    await phone.rowIs('D’une autre année', '31,00');
  });

  test('a new expense of another year is shown where it went', async () => {
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: 'De l’an dernier', net: '8' });
    await phone.sheet.getByLabel('Date').fill('2025-12-30');
    await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await phone.page.getByText('Enregistré dans 2025.').waitFor();
    await phone.page.getByRole('button', { name: 'Voir' }).click();
    await phone.page.waitForURL(/\/2025\/expenses/);
    phone.isHealthy();
  });

  test('a long paste says how far it is, and is saved whole', async () => {
    const words = 'On tient le stand, la balance et la caisse. '.repeat(1_300);
    await phone.page.goto(`${relay.url}/activity/me/now/journal/new`);
    await phone.sheet.getByLabel('Texte').fill(words);
    await phone.page.evaluate(() => {
      /** @type {Set<string>} */
      const said = new Set();
      const look = () => {
        const bars = document.querySelectorAll('[role=status] progress');
        for (const bar of bars) said.add(bar.getAttribute('aria-label') ?? '');
      };
      const watched = { childList: true, subtree: true, attributes: true };
      new MutationObserver(look).observe(document.body, watched);
      Object.assign(globalThis, { said });
    });
    await phone.save();
    const said = await phone.page.evaluate(() => [.../** @type {any} */ (globalThis).said]);
    assert.ok(said.length > 0, 'nothing said how far it was');
    assert.match(said[0], /^Enregistrement d’un long texte\s: \d+\s%$/);
    assert.equal(await phone.page.getByRole('progressbar').count(), 0, 'it ends with the text');
    await phone.row('On tient le stand').getByRole('link').click();
    assert.equal(await phone.sheet.getByLabel('Texte').inputValue(), words.trim());
    await phone.page.keyboard.press('Escape');
    await phone.sees('Tout est envoyé');
    phone.isHealthy();
  });
});
