/** What leaves the app: a sheet of paper and nothing around it, a table, a calendar, all without a relay. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const PLACE = 'Atelier du Haut';
const POINTS = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}, à imprimer.`);

test('a session leaves as a sheet, a calendar has it, and the list of sessions is a table', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, director] = await Promise.all([Phone.open('coach'), Phone.open('director')]);
  t.after(() => Promise.all([coach.close(), director.close()]));
  await Promise.all([coach.join(relay.link('coach')), director.join(relay.link('director'))]);
  const name = relay.nameOf('entrepreneur');
  const { page } = coach;
  await coach.logSession(name, { place: PLACE, points: POINTS });
  await coach.sees('Tout est envoyé');
  await director.openPlace('/more/followup');
  await director.page.getByRole('listitem').filter({ hasText: 'entretiens' }).first().waitFor();
  await relay.stop();

  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await page.emulateMedia({ media: 'print' });
  await page.getByText(POINTS[7] ?? '').waitFor();
  await page.getByText(/^Imprimé le /).waitFor();
  await page.getByText('Date et signature').first().waitFor();
  assert.equal(await page.getByRole('button').count(), 0, 'nothing to tap');
  assert.equal(await page.getByRole('textbox').count(), 0, 'nothing to type in');
  assert.equal(await page.getByRole('navigation').count(), 0, 'no bar');
  await coach.shot('paper-1-session');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('heading', { level: 1 }).click();
  await page.getByText(/^Imprimé le /).waitFor({ state: 'detached' });

  await coach.follow('/events');
  const calendar = (await coach.given('Mon agenda (.ics)')).toString();
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
  assert.match(calendar.replaceAll('\r\n ', ''), new RegExp(`LOCATION:${PLACE}\r\n`));

  const table = (await director.given('Exporter en CSV')).toString();
  assert.ok(table.startsWith('\ufeffMembre;Enseigne;Date;Heure;'), table.slice(0, 80));
  assert.ok(table.split('\r\n').length > 50, 'the sessions of a year');
  coach.isHealthy();
  director.isHealthy();
});
