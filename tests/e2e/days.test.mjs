/** The day of each role: all their places, nobody else's, and their main act with the relay away in the middle of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { isAlive, walkBar, walkCaptures, walkList } from './lib/walk.mjs';

/** @typedef {import('./lib/relay.mjs').Role} Role */
/** @typedef {import('./lib/relay.mjs').Relay} Relay */

/** What *Coopérative* lists for everybody in the team, in its order. */
const SHARED = [
  ...['Annuaire', 'Événements', 'Entraide', 'Groupes', 'Décisions', 'Assemblées', 'Opportunités'],
  ...['Guide de la coopérative', 'Actualités', 'Chiffres'],
];
/** What everybody finds behind the avatar. */
const OWN = [
  ...['Comment je vais', 'Mes accords', 'Pendant votre absence', 'À vérifier', 'Éléments refusés', 'Envoi et réception', 'Recevoir d’un téléphone'],
  ...['Mes appareils', 'Être prévenu·e', 'Qui lit et écrit quoi sur vous', 'Installer sur le téléphone'],
];

/** Who is not in the team reads the cards of partners; the team has the partners themselves, as its work. */
const sharedFor = (/** @type {Role} */ role) =>
  role === 'entrepreneur' ? SHARED.toSpliced(SHARED.indexOf('Guide de la coopérative'), 0, 'Partenaires') : SHARED;

/**
 * Where each finds what is theirs, written by hand: the places on both sides of ＋, the work that *Coopérative* lists
 * beside what is for everybody, what ＋ offers first of all. What is not here is somebody else's, and no list has it.
 * @type {Record<Role, { bar: [string, string], work: string[], captures: string[] }>}
 */
const PLACES = {
  entrepreneur: {
    bar: ['Mon activité', 'Accompagnement'],
    work: ['Mon cadre', 'Actions'],
    captures: ['Dépense', 'Trajet', 'Séance', 'Réponse', 'Note', 'Annonce'],
  },
  coach: {
    bar: ['Mes membres', 'Événements'],
    work: ['Mon activité', 'Actions', 'Tableau de l’équipe', 'Rédaction', 'Calendrier légal', 'Partenaires'],
    captures: ['Séance', 'Dépense', 'Trajet', 'Réponse', 'Note', 'Annonce'],
  },
  finance: {
    bar: ['À traiter', 'Membres'],
    work: ['Mon activité', 'Pilotage', 'Actions', 'Tableau de l’équipe', 'Suivi des entretiens', 'Calendrier légal', 'Partenaires'],
    captures: ['Dépense', 'Trajet', 'Réponse', 'Note', 'Annonce', 'Idée, opportunité'],
  },
  comms: {
    bar: ['Rédaction', 'Événements'],
    work: ['Mon activité', 'Actions', 'Tableau de l’équipe', 'Calendrier légal', 'Partenaires'],
    captures: ['Annonce', 'Dépense', 'Trajet', 'Réponse', 'Note', 'Idée, opportunité'],
  },
  director: {
    bar: ['Pilotage', 'Membres'],
    work: ['Mon activité', 'Actions', 'À traiter', 'Tableau de l’équipe', 'Suivi des entretiens', 'Rédaction', 'Calendrier légal', 'Partenaires', 'Membres et invitations'],
    captures: ['Dépense', 'Trajet', 'Réponse', 'Note', 'Annonce', 'Idée, opportunité'],
  },
};

/**
 * What they are there for.
 * @type {Record<Role, (phone: Phone, relay: Relay) => Promise<void>>}
 */
const ACTS = {
  entrepreneur: async (phone, relay) => {
    const event = await phone.nextUnanswered();
    await relay.stop();
    await phone.addExpense({ label: 'Vis et chevilles', net: '14,20' });
    await phone.answerEvent(event, 'Je viens');
    await phone.sees(/^2 à envoyer/);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await phone.page.getByRole('region', { name: 'Votre réponse' }).getByText(/reçu/).first().waitFor();
    await phone.openExpenses();
    await phone.rowIs('Vis et chevilles', 'reçu');
  },

  coach: async (phone, relay) => {
    const { page } = phone;
    const member = relay.nameOf('entrepreneur');
    await relay.stop();
    await phone.note(/^Séance/);
    await page.getByLabel('Chercher une personne').fill(member);
    await page.getByRole('main').getByRole('listitem').getByRole('link', { name: member }).click();
    await phone.sheet.getByRole('radio', { name: 'Sur place' }).check();
    await phone.sheet.getByLabel('Lieu').fill('Halle de Pont-Croix');
    await phone.sheet.getByRole('radio', { name: 'Faite' }).check();
    await phone.save();
    await phone.rowIs('Halle de Pont-Croix', 'sur ce téléphone');
    await page.getByRole('main').getByRole('link', { name: 'Actions', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Nouvelle action' }).click();
    await phone.sheet.getByLabel('Action', { exact: true }).fill('Demander trois devis');
    await phone.save();
    await phone.rowIs('Demander trois devis', 'sur ce téléphone');
    await phone.sees(/^2 à envoyer/);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await phone.rowIs('Demander trois devis', 'reçu');
  },

  finance: async (phone, relay) => {
    const { page } = phone;
    await phone.goTo('À traiter');
    const accept = page.getByRole('button', { name: /^Accepter/ }).first();
    const line = (await accept.getAttribute('aria-label'))?.replace(/^Accepter\s:\s/, '') ?? '';
    assert.ok(line, 'nothing is there to decide');
    await relay.stop();
    await accept.click();
    await page.getByRole('status').getByText(/\s: acceptée$/).waitFor();
    await phone.sees(/^1 à envoyer/);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await page.getByRole('radio', { name: 'Acceptées' }).check({ force: true });
    await page.getByLabel('Chercher une personne ou un libellé').fill(line.split(', ')[0] ?? '');
    await phone.row(line).waitFor();
  },

  comms: async (phone, relay) => {
    const { page } = phone;
    const shown = relay.nameOf('entrepreneur');
    await relay.stop();
    await phone.goTo('Rédaction');
    await page.getByRole('main').getByRole('link', { name: 'Ajouter' }).click();
    await phone.sheet.getByLabel('Titre').fill('Le four tourne à plein');
    await phone.sheet.getByLabel('Texte').fill('Deux fournées par jour, et une embauche au printemps.');
    await phone.sheet.getByLabel('Chercher une personne').fill(shown);
    await phone.sheet.getByRole('button', { name: shown, exact: true }).click();
    await phone.sheet.getByRole('radio', { name: 'À relire' }).check({ force: true });
    await phone.save();
    await phone.row('Le four tourne à plein').getByRole('link').click();
    await page.getByRole('button', { name: `Demander à ${shown}` }).click();
    await page.getByText('Demandé, sans réponse').waitFor();
    await page.getByRole('button', { name: 'Approuver ce texte' }).click();
    await page.getByText('Approuvé, mais rien ne paraît tant qu’un accord manque.').waitFor();
    await phone.sees(/^\d à envoyer/);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await page.getByText('Approuvé, mais rien ne paraît tant qu’un accord manque.').waitFor();
    await phone.openPlace('/more/news');
    await page.getByLabel('Chercher dans les actualités').fill('Le four tourne à plein');
    await page.getByText('Rien de tel sur ce téléphone.').waitFor();
  },

  director: async (phone, relay) => {
    const { page } = phone;
    await phone.goTo('Pilotage');
    await page.getByRole('table').first().waitFor();
    await relay.stop();
    await phone.openPlace('/more/duties');
    const duty = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    const due = await duty.locator('.title').innerText();
    await duty.click();
    await phone.sheet.getByLabel('Fait le').fill(new Date().toISOString().slice(0, 10));
    await phone.save();
    await page.getByRole('radio', { name: /^Faites/ }).check({ force: true });
    await phone.rowIs(due, 'sur ce téléphone');
    await phone.openPlace('/more/opportunities');
    const idea = await undecided(phone);
    await page.getByRole('button', { name: 'Décider' }).click();
    await phone.sheet.locator('input[type=radio]:not(:disabled):not(:checked)').first().check({ force: true });
    const why = 'Deux membres y gagnent dès cette année.';
    await phone.sheet.getByLabel('Pourquoi').fill(why);
    await phone.save();
    await page.getByText(why).waitFor();
    await phone.sees(/^2 à envoyer/);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await page.getByText(why).waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), idea);
  },
};

/**
 * Opens the first opportunity that waits for a decision.
 * @param {Phone} phone
 */
async function undecided({ page }) {
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths) {
    await page.getByRole('main').locator(`a[href="${path}"]`).click();
    await page.getByRole('heading', { level: 2, name: 'Décision' }).waitFor();
    if ((await page.getByRole('button', { name: 'Décider' }).count()) > 0) return page.getByRole('heading', { level: 1 }).innerText();
    await page.goBack();
  }
  throw new Error('nothing waits for a decision');
}

/**
 * The words of the bar, in their order.
 * @param {Phone} phone
 */
async function words(phone) {
  await phone.bar.getByRole('link').first().waitFor();
  return phone.bar.locator('.word').allInnerTexts();
}

describe('the day of', () => {
  for (const role of /** @type {Role[]} */ (Object.keys(PLACES))) {
    test(role, async (t) => {
      const { bar, work, captures } = PLACES[role];
      const relay = await startRelay();
      t.after(() => relay.close());
      const phone = await Phone.open(role);
      t.after(() => phone.close());
      await phone.join((await relay.invited(role)).link);
      assert.deepEqual(await words(phone), ['Aujourd’hui', bar[0], 'Noter', bar[1], 'Coopérative']);
      await walkBar(phone, ['Aujourd’hui', ...bar, 'Coopérative']);

      const coop = await walkList(phone, async () => {
        await phone.goTo('Coopérative');
        await phone.page.getByRole('heading', { level: 1, name: 'Coopérative' }).waitFor();
      });
      assert.deepEqual(coop, [...work, ...sharedFor(role)]);
      assert.deepEqual(await walkList(phone, () => phone.openOwn()), OWN);
      await phone.openOwn();
      await phone.page.getByRole('main').locator('a.me').click();
      await isAlive(phone, 'Mon profil');

      await phone.goTo('Aujourd’hui');
      assert.deepEqual(await walkCaptures(phone), captures);
      await ACTS[role](phone, relay);
      phone.isHealthy();
    });
  }
});
test('a director who also coaches changes with one tap, and finds the same after a reload', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  await relay.order('set-roles', relay.nameOf('director'), 'director', 'coach');
  const phone = await Phone.open('two-roles');
  t.after(() => phone.close());
  await phone.join(relay.link('director'));
  const role = (/** @type {string} */ name) => phone.page.getByRole('radio', { name });
  assert.equal(await role('Direction').isChecked(), true);
  assert.equal((await words(phone))[3], 'Membres');

  await role('Accompagnateur·rice').check({ force: true });
  await phone.bar.getByRole('link', { name: 'Mes membres' }).waitFor();
  assert.deepEqual(await words(phone), ['Aujourd’hui', 'Mes membres', 'Noter', 'Événements', 'Coopérative']);
  await phone.shot('two-roles');
  await phone.page.reload();
  await phone.bar.getByRole('link', { name: 'Mes membres' }).waitFor();
  assert.equal(await role('Accompagnateur·rice').isChecked(), true);

  // A desktop's rail has the same places, and oneself at its foot.
  await phone.page.setViewportSize({ width: 1280, height: 860 });
  assert.deepEqual(await words(phone), ['Aujourd’hui', 'Mes membres', 'Noter', 'Événements', 'Coopérative']);
  await phone.bar.getByRole('link', { name: /^Mon espace/ }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Mon espace' }).waitFor();
  await phone.shot('two-roles-desktop');
  await phone.page.setViewportSize({ width: 390, height: 844 });

  // The work of the other role is still theirs.
  await phone.goTo('Coopérative');
  await phone.page.getByRole('main').getByRole('link', { name: 'Membres et invitations' }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Membres et invitations' }).waitFor();
  await phone.page.getByRole('link', { name: 'Retour', exact: true }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Coopérative' }).waitFor();
  phone.isHealthy();
});
