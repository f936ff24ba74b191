/** Santé financière: without network the figures of the year stand beside those of the year before, and add up. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, cents, joined, look, silence } from './lib/duties.mjs';
import { startRelay } from './lib/relay.mjs';

describe('santé financière', () => {
  test('charts and tables beside the year before; the turnover is the sum of all members’ accounts', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const parts = ['shared', 'team'];
    const phone = await joined(t, 'director', relay.link('director'), { parts });
    const desk = await joined(t, 'director', await relay.invite(relay.nameOf('director')), { parts, desk: true });
    for (const one of [phone, desk]) {
      await one.goTo('Pilotage');
      await one.page.getByRole('region', { name: 'Santé financière' }).first().waitFor({ timeout: MEET_MS_MAX });
    }
    await silence(relay, phone, desk);

    for (const one of [phone, desk]) {
      const { page } = one;
      await page.reload();
      const health = page.getByRole('region', { name: 'Santé financière' }).first();
      for (const line of ['Chiffre d’affaires', 'Marge', 'Contribution coopérative', 'Résultat', 'Trésorerie, dernier mois']) {
        const row = health.getByRole('row').filter({ has: page.getByRole('rowheader', { name: line, exact: true }) });
        await row.first().waitFor();
        const [now, before] = await row.first().getByRole('cell').allInnerTexts();
        assert.match(now ?? '', /€$/, line);
        assert.equal(before, '–', `${line}: accounts of the demonstration begin in March of the year before`);
      }
      await health.getByRole('row').filter({ hasText: 'Activités en trésorerie négative' }).waitFor();
      // Statements of March are to come: the year before is told by the same months, or not at all.
      await health.getByText(/jusqu’à \S+ 2026, dernier mois qui a des états des comptes/).waitFor();
      await look(one, 'health-1');
      await health.getByText('Voir les nombres').click();
      await health.getByRole('row').filter({ hasText: /^janv/ }).waitFor();
      await health.getByText('Voir les nombres').scrollIntoViewIfNeeded();
      await look(one, 'health-2-numbers');
      await one.sees(OFFLINE);
    }

    // The same months, member by member: whole euros in the demonstration, so nothing is lost by rounding.
    const { page } = desk;
    const table = page.getByRole('table', { name: 'Chiffre d’affaires' });
    /** @type {Record<string, number>} */
    const told = {};
    for (const row of await table.getByRole('row').all()) {
      const name = (await row.getByRole('rowheader').count()) ? await row.getByRole('rowheader').innerText() : '';
      const [before = '', now = ''] = await row.getByRole('cell').allInnerTexts();
      if (/^janv/.test(name)) told['janvier 2026'] = cents(now);
      if (/^nov/.test(name)) told['novembre 2025'] = cents(before);
    }
    await page.getByRole('link', { name: 'Par membre' }).click();
    await page.waitForURL('**/more/accounts/months');
    for (const [month, sum] of Object.entries(told)) {
      const [, year = ''] = month.split(' ');
      await page.getByRole('radio', { name: year }).check({ force: true });
      const cells = page.getByRole('button', { name: `, ${month}` });
      const more = page.getByRole('button', { name: /^La suite/ });
      await cells.first().waitFor();
      while ((await more.count()) > 0) await more.first().click({ timeout: 2_000 }).catch(() => {});
      const labels = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
      const amounts = labels.filter((label) => label.includes('€')).map((label) => cents(label.split(/\s: /)[1]?.split(', ').at(-1) ?? ''));
      assert.equal(
        amounts.reduce((total, one) => total + one, 0),
        sum,
        `${month}: ${amounts.length} members’ accounts and the figure of all`,
      );
      assert.ok(sum > 0, `${month} has a turnover`);
      await look(desk, `health-3-months-${year}`);
    }
    phone.isHealthy();
    desk.isHealthy();
  });
});
