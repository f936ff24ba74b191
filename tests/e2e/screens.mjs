/**
 * Takes the README's pictures from the real app, at the size of a phone.
 *
 *   node screens.mjs FOLDER
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Phone } from './lib/phone.mjs';
import { DEMO_VARIABLE, startRelay } from './lib/relay.mjs';

const [given] = process.argv.slice(2);
if (!given) {
  console.error('usage: node screens.mjs FOLDER');
  process.exit(2);
}
const folder = resolve(given);
await mkdir(folder, { recursive: true });

const relay = await startRelay();
const [coach, entrepreneur] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);

/**
 * @param {Phone} phone
 * @param {string} name
 */
async function picture(phone, name) {
  await phone.page.getByRole('status').getByText(/./).waitFor({ state: 'detached' }).catch(() => {});
  await phone.page.evaluate(() => document.fonts.ready);
  await phone.page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${name}.png`);
}

try {
  await Promise.all([coach.join(relay.link('coach')), entrepreneur.join(relay.link('entrepreneur'))]);
  const member = relay.nameOf('entrepreneur');
  await picture(entrepreneur, 'today-entrepreneur');
  await picture(coach, 'today');
  await coach.goTo('Mes membres');
  await coach.page.getByRole('listitem').first().waitFor();
  await picture(coach, 'portfolio');
  const event = await entrepreneur.nextUnanswered();
  await entrepreneur.openEvent(event);
  await picture(entrepreneur, 'event');

  await relay.stop();
  await entrepreneur.addExpense({ label: 'Location du stand', net: '86,00', vat: '17,20' });
  await entrepreneur.addExpense({ label: 'Déjeuner avec un client', net: '31,50', vat: '3,15' });
  await entrepreneur.sees(/2 à envoyer · (coopérative injoignable|pas de réseau)/);
  await picture(entrepreneur, 'expenses-offline');
  await coach.openMember(member);
  await picture(coach, 'sessions');
  await coach.page.getByRole('listitem').filter({ hasText: 'Faite' }).filter({ hasText: 'Entretien légal' }).getByRole('link').first().click();
  await coach.page.getByText('Compte rendu').waitFor();
  await picture(coach, 'session');
  await coach.page.emulateMedia({ colorScheme: 'dark' });
  await coach.goTo('Aujourd’hui');
  await picture(coach, 'today-dark');
} finally {
  await Promise.all([coach.close(), entrepreneur.close()]);
  await relay.close();
  const demo = process.env[DEMO_VARIABLE];
  if (demo) await rm(demo, { recursive: true, force: true });
}
