/** One flow of each kind of the shared life by keyboard alone: Tab, Enter, Space, arrows. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { choose, decide, fillForm, fillSheet, focused, pick, press, setDay, tabTo, tick, write } from './lib/keyboard.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { open } from './lib/screens.mjs';

/** @typedef {import('./lib/relay.mjs').Role} Role */

/**
 * By who goes through it: the address where it begins, and what is done there.
 * @type {Record<Role, Record<string, [path: string, flow: (phone: Phone) => Promise<void>]>>}
 */
const FLOWS = {
  entrepreneur: {
    'a post': [
      '/more/board',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', async () => {
          await choose(page, 'Besoin', 'Offre');
          await write(page, /^Titre/, 'Une journée de labour');
          await write(page, /^Texte/, 'Contre des plants.');
        });
        await phone.rowIs('Une journée de labour', /sur ce téléphone|reçu/);
      },
    ],
    'a group of one’s own': [
      '/more/groups',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', () => write(page, /^Nom du groupe/, 'Cercle du clavier'));
        await press(page, /^Cercle du clavier/);
        await page.getByRole('heading', { level: 1, name: 'Cercle du clavier' }).waitFor();
        await fillSheet(phone, 'Ajouter, Mandats', () => write(page, /^Intitulé/, 'Clavier en chef'));
        await press(page, 'Je me porte candidat·e');
        await page.getByRole('button', { name: 'Retirer ma candidature' }).waitFor();
        assert.equal(await focused(page), 'Retirer ma candidature');
      },
    ],
    'an opportunity that one follows': [
      '/more/opportunities',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', async () => {
          await choose(page, 'Idée', 'Besoin');
          await write(page, /^Titre/, 'Un four à plusieurs');
          await write(page, /^En quelques mots/, 'Il sert deux jours par semaine.');
        });
        await press(page, /^Un four à plusieurs/);
        await page.getByRole('heading', { level: 1, name: 'Un four à plusieurs' }).waitFor();
        await press(page, 'Ça m’intéresse');
        await page.getByRole('button', { name: 'Ça ne m’intéresse plus' }).waitFor();
        assert.equal(await focused(page), 'Ça ne m’intéresse plus');
      },
    ],
    'a consent in general': [
      '/more/consents',
      async (phone) => {
        await fillSheet(phone, 'Donner un accord général', () => write(phone.page, /^Pour quoi/, 'Le journal de la coopérative'));
      },
    ],
    'a step of the welcome ticked': [
      '/more/guide/welcome',
      async ({ page }) => {
        const name = await page.locator('main label:has(input[type=checkbox]:not(:checked))').first().innerText();
        await tick(page, name.replaceAll(/\s+/g, ' ').trim());
      },
    ],
    'a page of the guide opened': [
      '/more/guide',
      async ({ page }) => {
        const name = (await page.locator('main summary').first().innerText()).trim();
        await press(page, name);
        await page.locator('main details[open]').waitFor();
        assert.equal(await focused(page), name);
      },
    ],
    'how one is doing': [
      '/more/pulse',
      async (phone) => {
        await fillSheet(phone, 'Ajouter', () => choose(phone.page, '1 · Très mal', '4 · Bien'));
        await phone.rowIs('4/5', /sur ce téléphone|reçu/);
      },
    ],
    'an obligation of one’s own ticked': [
      '/more/frame',
      async ({ page }) => {
        const box = page.locator('main input[type=checkbox]:not(:checked):not(:disabled)').first();
        await box.waitFor();
        const name = ((await box.getAttribute('aria-label')) ?? '').replaceAll(/\s+/g, ' ');
        await tick(page, name);
      },
    ],
    'news read': [
      '/more/news',
      async ({ page }) => {
        const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
        const title = (await first.locator('.title').innerText()).replaceAll(/\s+/g, ' ').trim();
        await press(page, new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
        await page.getByRole('article').waitFor();
      },
    ],
  },
  coach: {
    'a partner': [
      '/more/partners',
      async (phone) => {
        const { page } = phone;
        await fillForm(phone, 'Ajouter', () => write(page, /^Nom/, 'Mairie du clavier'));
        await page.getByText('Mairie du clavier').first().waitFor();
      },
    ],
    'a task of the team': [
      '/more/team',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', () => write(page, /^Quoi/, 'Ranger les claviers'));
        await phone.row('Ranger les claviers').waitFor();
        await press(page, 'C’est fait');
        assert.notEqual(await focused(page), '', 'the focus stays near what was done');
      },
    ],
  },
  finance: {
    'expenses decided': [
      '/more/accounts',
      async ({ page }) => {
        const first = page.locator('main [data-line]').first();
        const name = (await first.innerText()).replaceAll(/\s+/g, ' ').trim();
        await tabTo(page, name);
        await page.keyboard.press('a');
        await page.getByRole('status').getByText(/\s: acceptée$/).waitFor();
        await page.waitForFunction(() => document.activeElement?.matches('[data-line]'));
        assert.notEqual(await focused(page), name, 'the next line comes in its place');
        await page.keyboard.press('r');
        await page.waitForFunction(() => document.activeElement?.matches('input'));
        await page.keyboard.type('Le ticket manque.');
        await page.keyboard.press('Enter');
        await page.getByRole('status').getByText(/\s: refusée$/).waitFor();
      },
    ],
    'a duty of the calendar': [
      '/more/duties',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', async () => {
          await write(page, /^Intitulé/, 'Vérifier les claviers');
          await setDay(page, /^À faire avant le/);
        });
        await phone.row('Vérifier les claviers').waitFor();
      },
    ],
  },
  comms: {
    'a story that asks for consent': [
      '/more/desk',
      async (phone) => {
        const { page } = phone;
        await fillSheet(phone, 'Ajouter', async () => {
          await write(page, /^Titre/, 'Écrit au clavier');
          await write(page, /^Texte/, 'Sans souris, du premier mot au dernier.');
          // Somebody who gave no consent in general.
          await write(page, /^Chercher une personne/, 'Agnès Castel');
          await press(page, 'Agnès Castel');
          await page.getByRole('button', { name: 'Retirer Agnès Castel' }).waitFor();
          assert.match(await focused(page), /^Chercher une personne/, 'one goes on looking where one was');
        });
        await press(page, /^Écrit au clavier/);
        await page.getByRole('heading', { level: 1, name: 'Écrit au clavier' }).waitFor();
        await press(page, 'Demander à Agnès Castel');
        await page.getByText('Demandé, sans réponse').waitFor();
        assert.notEqual(await focused(page), '', 'the focus stays near what was asked');
      },
    ],
    'a page of the guide': [
      '/more/guide',
      async (phone) => {
        const { page } = phone;
        await fillForm(phone, 'Ajouter', async () => {
          await write(page, /^Titre/, 'Travailler au clavier');
          await write(page, /^Texte/, 'Tab avance, Maj Tab recule.');
        });
        await page.locator('summary').filter({ hasText: 'Travailler au clavier' }).waitFor();
      },
    ],
  },
  director: {
    'a consultation, and a stance': [
      '/more/decisions',
      async (phone) => {
        const { page } = phone;
        await fillForm(phone, 'Ajouter', async () => {
          await write(page, /^Question/, 'Des claviers pour tous ?');
          await pick(page, 'Qui est consulté', 'Tous les membres');
        });
        // Its options and its opening come next: its page has them.
        await page.getByRole('heading', { level: 1, name: 'Des claviers pour tous ?' }).waitFor();
        await press(page, 'Ouvrir la consultation');
        await page.getByRole('region', { name: 'Votre avis' }).waitFor();
        await decide(page, 'Je consens', 'Je m’abstiens');
        await page.getByRole('button', { name: 'Retirer ma réponse' }).waitFor();
        assert.equal(await focused(page), 'Je m’abstiens');
        // Enter decides too; the arrows go round.
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await page.getByRole('radio', { name: 'Je consens', checked: true }).waitFor();
      },
    ],
    'an assembly': [
      '/more/assemblies',
      async (phone) => {
        await fillForm(phone, 'Ajouter', () => write(phone.page, /^Intitulé/, 'Assemblée du clavier'));
        // What is decided there comes next: its page has it.
        await phone.page.getByRole('heading', { level: 1, name: 'Assemblée du clavier' }).waitFor();
      },
    ],
    'a resolution of an assembly': [
      '/more/assemblies',
      async (phone) => {
        const { page } = phone;
        const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
        await first.waitFor();
        await tabTo(page, (await first.innerText()).replaceAll(/\s+/g, ' ').trim());
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Résolutions' }).waitFor();
        await fillSheet(phone, 'Ajouter, Résolutions', () => write(page, /^Intitulé/, 'Des claviers au siège'));
        await page.getByRole('listitem').filter({ hasText: 'Des claviers au siège' }).waitFor();
      },
    ],
    'figures of another year': [
      '/more/piloting',
      async ({ page }) => {
        const year = new Date().getFullYear();
        await decide(page, `${year}`, `${year - 1}`);
        await page.waitForURL(`**/more/piloting/${year - 1}`);
        assert.equal(await focused(page), `${year - 1}`);
      },
    ],
  },
};

describe('by keyboard alone', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  for (const [role, flows] of Object.entries(FLOWS)) {
    describe(role, () => {
      /** @type {Phone} */
      let phone;
      before(async () => {
        phone = await Phone.open(`keyboard-${role}`, { size: { width: 1280, height: 800 } });
        await phone.join((await relay.invited(/** @type {Role} */ (role))).link);
      });
      after(() => phone?.close());

      for (const [name, [path, flow]] of Object.entries(flows)) {
        test(name, async () => {
          await open(phone.page, relay.url + path);
          await phone.settled();
          await flow(phone);
          // What was decided is kept before the page is left.
          await phone.page.waitForFunction(
            () => !Object.keys(localStorage).some((key) => key.startsWith('besace:draft:')),
          );
          phone.isHealthy();
        });
      }
    });
  }
});
