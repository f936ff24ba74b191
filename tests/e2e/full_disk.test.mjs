/**
 * The phone's disk is full: nothing that was said to be saved is lost, through restarts, with and without room. Chromium
 * may erase the databases and files of a site when it starts on a full disk, before any page runs: then the app says so,
 * never shows the plain join screen, and has all that was saved once its person has joined again, if the few KiB were left
 * that its small storage takes as it closes.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { smallDisk } from './lib/disk.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** Ways in which a disk fills up, each a run of its own. */
const RUNS = 5;
/** What Chromium may need to write its small storage as it closes, which it does once a minute before. */
const SMALL_STORAGE_BYTES = 262_144;
/** By then the app is open, or offers to be opened again. */
const OPENING_MS_MAX = 20_000;
const disk = smallDisk();
disk?.remove();
const skip = disk ? false : 'needs the right to mount a small disk (root): what happens on a full one is not tried here';

for (let run = 1; run <= RUNS; run++) {
  describe(`a phone whose disk is full, run ${run} of ${RUNS}`, { skip }, () => {
    /** @type {import('./lib/relay.mjs').Relay} */
    let relay;
    /** @type {import('./lib/disk.mjs').Disk} */
    let disk;
    /** @type {Phone} */
    let phone;
    /** @type {string[]} What was said to be saved. */
    const saved = [];

    /**
     * Opens a page. Chromium may give that up: a page that failed to load is loaded again by itself meanwhile.
     * @param {string} path
     */
    const visit = (path) => phone.page.goto(relay.url + path).catch(() => phone.page.goto(relay.url + path));
    /** The browser still has the app's own files; where it erased them, the app opens with a network alone. */
    let hasFiles = true;
    const open = async () => {
      phone = await Phone.open('full', { folder: disk.profile });
      const opened = phone.page.goto(`${relay.url}/activity/me/now/expenses`);
      hasFiles = await opened.then(
        () => true,
        () => false,
      );
    };
    /** @param {string} label @returns {Promise<boolean>} Whether the app said that it is saved. */
    const note = async (label) => {
      await visit('/activity/me/now/expenses/new');
      await phone.fillExpense({ label, net: '12,50' });
      await phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
      const told = phone.page.getByRole('status').getByText(/Enregistré sur ce téléphone|Pas enregistré/).first();
      await told.waitFor();
      const isSaved = (await told.innerText()).startsWith('Enregistré');
      if (isSaved) {
        saved.push(label);
        await phone.sheet.waitFor({ state: 'detached' });
      } else {
        assert.match(await told.innerText(), /plus de place/);
        assert.ok(await phone.shows(label), 'what was typed stays on the screen');
        await phone.page.keyboard.press('Escape');
      }
      return isSaved;
    };
    /** The browser erased everything, and the app said so. */
    let erased = false;
    /** The relay runs again. */
    let isServed = false;
    const showsAllSaved = async () => {
      const told = phone.page.getByRole('alert').filter({ hasText: 'Le navigateur a effacé' });
      const shown = phone.row('€').or(told).first();
      const again = phone.page.getByRole('button', { name: 'Rouvrir' });
      await shown.or(again).first().waitFor({ timeout: OPENING_MS_MAX });
      if (await again.isVisible()) await again.click();
      await shown.waitFor().catch(async (error) => {
        const shown = await phone.page.locator('body').innerText();
        throw new Error(`nothing is listed; the page says:\n${shown}`, { cause: error });
      });
      erased = await told.isVisible();
      if (erased) return;
      for (const label of saved) assert.ok(await phone.row(label).isVisible(), `${label} is gone`);
    };

    before(async () => {
      const made = smallDisk();
      assert.ok(made);
      disk = made;
      relay = await startRelay();
      phone = await Phone.open('full', { folder: disk.profile });
      await phone.join(relay.link('entrepreneur'));
      await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
      await phone.row('€').waitFor();
      await relay.stop();
      for (let one = 0; one < run; one++) await note(`Avant ${one}`);
    });
    after(async () => {
      await phone?.close({ keep: true });
      disk?.remove();
      await relay?.close();
    });

    test('note after note without room says so, and keeps what was typed on the screen', async () => {
      disk.fill();
      for (let one = 0, refused = 0; refused < 3 && one < 40; one++) {
        if (!(await note(`Pendant ${one}`))) refused += 1;
        disk.fill();
      }
      await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
      await showsAllSaved();
    });

    test('opened again while the disk is full, it shows what was saved, and nothing asks to join', async (t) => {
      for (let one = 0; one < 2 && !erased; one++) {
        disk.spare(SMALL_STORAGE_BYTES);
        await phone.close({ keep: true });
        disk.fill();
        await open();
        if (!hasFiles) return t.diagnostic('the app’s own files were ERASED by the browser');
        await showsAllSaved();
      }
      if (erased) t.diagnostic('ERASED by the browser as it started, and said so');
    });

    test('what was saved is sent while the disk is full', async () => {
      if (erased) return;
      await relay.start();
      isServed = true;
      if (!hasFiles) {
        await visit('/activity/me/now/expenses');
        await showsAllSaved();
        if (erased) return;
      }
      await phone.rowIs(saved[0] ?? '', 'reçu');
    });

    test('with room again everything is there, is sent, and new work is saved', async () => {
      disk.empty();
      if (erased) {
        if (!isServed) await relay.start();
        // A page that failed, and is loaded again by itself, would come between.
        await visit('/');
        await phone.page.goto('about:blank');
        await phone.join(await relay.invite(relay.nameOf('entrepreneur')));
        await visit('/activity/me/now/expenses');
        for (const label of saved) await phone.rowIs(label, 'reçu');
        erased = false;
      }
      assert.ok(await note('Après'));
      for (let one = 0; one < 3; one++) {
        await phone.close({ keep: true });
        await open();
        await showsAllSaved();
        assert.ok(await note(`Encore ${one}`));
      }
      await phone.sees('Tout est envoyé');
      await showsAllSaved();
    });
  });
}
