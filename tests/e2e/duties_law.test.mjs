/**
 * Obligations légales, fiscales, sociales: the year goes on over one demonstration, and what is owed turns amber and
 * red, also where nobody answers.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { liveOn } from './lib/clock.mjs';
import { OFFLINE, counted, joined, lookAtBoth, silence, stepsOf } from './lib/duties.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const [AMBER, RED] = ['2026-10-01T08:00:00Z', '2026-11-01T08:00:00Z'];

describe('obligations légales, fiscales, sociales', () => {
  test('who lacks an interview is amber on 1 October and red on 1 November; late duties name who answers', async (t) => {
    const own = process.env['CLOCK_SHIFT_S'];
    t.after(() => void (process.env['CLOCK_SHIFT_S'] = own));
    const relay = await startRelay();
    t.after(() => relay.close());
    const director = relay.nameOf('director');
    /** @type {Phone[]} */
    let phones = [];
    const step = stepsOf(t, 'law', () => phones);
    let amber = 0;

    await step('on 1 October those who lack one are amber, and nobody is late', async () => {
      await relay.stop();
      liveOn(AMBER);
      await relay.start();
      const parts = ['shared', 'team'];
      phones = [await joined(t, 'director', await relay.invite(director), { parts })];
      await silence(relay, ...phones);
      for (const one of phones) {
        const { page } = one;
        await one.openPlace('/more/followup');
        amber = await counted(one, /2026\s: 0 en retard, (\d+) bientôt en retard/);
        assert.ok(amber > 0, 'somebody lacks an interview');
        await page.getByRole('radio', { name: `Bientôt ${amber}` }).check({ force: true });
        await one.row('1 sur 2').filter({ hasText: 'Bientôt en retard' }).waitFor();
        await lookAtBoth(one, 'law-1-amber');
      }
    });

    await step('the calendar tells what is late first, and who answers for it', async () => {
      for (const one of phones) {
        const { page } = one;
        await one.openPlace('/more/duties');
        assert.ok((await counted(one, /(\d+) en retard/)) > 0);
        const first = page.getByRole('main').getByRole('listitem').first();
        await first.filter({ hasText: 'En retard' }).waitFor();
        const late = page.getByRole('listitem').filter({ hasText: 'DSN de' }).filter({ hasText: 'En retard' });
        await late.filter({ hasText: 'Éric N’Diaye' }).first().waitFor();
        await lookAtBoth(one, 'law-2-duties');
      }
    });

    await step('what contracts and obligations make due stands by how near it is', async () => {
      for (const one of phones) {
        await one.openPlace('/more/accounts');
        await one.page.getByRole('link', { name: 'Échéances' }).click();
        const rows = one.page.getByRole('main').getByRole('listitem');
        await rows.filter({ hasText: /Dépassée|Moins de \d+ mois/ }).first().waitFor();
        await lookAtBoth(one, 'law-3-deadlines');
      }
    });

    await step('on 1 November the same people are red, on phones that heard nothing since', async () => {
      liveOn(RED);
      for (const [index, one] of phones.entries()) {
        await one.close({ keep: true });
        const again = await Phone.open(one.browser.name, { folder: one.browser.profile });
        t.after(() => again.close());
        phones[index] = again;
        await again.page.goto(`${relay.url}/more/followup`);
        const red = await counted(again, /2026\s: (\d+) en retard/);
        assert.ok(red >= amber, `${red} are red of ${amber} who were amber`);
        await again.row('1 sur 2').filter({ hasText: 'En retard' }).waitFor();
        await again.sees(OFFLINE);
        await lookAtBoth(again, 'law-4-red');
        again.isHealthy();
      }
    });
  });
});
