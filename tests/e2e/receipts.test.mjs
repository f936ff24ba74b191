/**
 * The receipt first: photographed without network, kept through reloads and restarts, sent in pieces that go on where a
 * link was cut, opened by who keeps the accounts.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, joined, look, stepsOf } from './lib/duties.mjs';
import { focused, tabTo } from './lib/keyboard.mjs';
import { Phone } from './lib/phone.mjs';
import { PLACE, keptFiles, photograph } from './lib/picture.mjs';
import { startProxy } from './lib/proxy.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const LABEL = 'Encre et papier';
/** Slow enough that a picture takes some seconds. */
const SLOW_BYTES_PER_SECOND = 150_000;
/** What a cut may cost: the piece on its way, and what goes with the requests. */
const SPARE_BYTES = 400_000;

/** Whether a picture is drawn, and how large it is in truth. */
const drawn = (/** @type {import('playwright-core').Locator} */ image) =>
  image.evaluate((one) => {
    const { complete, naturalWidth, naturalHeight } = /** @type {HTMLImageElement} */ (one);
    return complete && naturalWidth > 0 ? { naturalWidth, naturalHeight } : null;
  });

/** Of a picture that shows small until the whole is there. */
const whole = async (/** @type {import('playwright-core').Locator} */ image) => {
  const size = await drawn(image);
  return size && size.naturalHeight > 240 ? size : null;
};

/** @param {string | null | undefined} base64 */
const bytesOf = (base64) => Buffer.from(base64 ?? '', 'base64');

describe('a receipt', () => {
  test('photographed without network, sent in pieces, opened by finance', async (t) => {
    /** @type {import('./lib/relay.mjs').Relay} */
    let relay;
    const road = await startProxy(() => relay.port);
    t.after(() => road.close());
    relay = await startRelay({ publicPort: road.port });
    t.after(() => relay.close());
    let phone = await joined(t, 'member', relay.link('entrepreneur'));
    const finance = await joined(t, 'finance', relay.link('finance'), { parts: ['shared', 'team'] });
    const step = stepsOf(t, 'receipts', () => [phone, finance]);
    const picture = await photograph(phone.page, { text: 'PAPETERIE', width: 3000, height: 2200, noisy: true });
    let hash = '';
    let size = 0;

    await step('without network, three taps lead to the picture, which is on the phone at once', async () => {
      road.cut();
      await phone.sees(OFFLINE, MEET_MS_MAX);
      await phone.note(/^Dépense/);
      await look(phone, 'receipts-1-form');
      await phone.photograph(picture);
      await phone.sheet.getByText('sur ce téléphone', { exact: true }).waitFor();
    });

    await step('the draft keeps it through a reload', async () => {
      await phone.page.reload();
      await phone.sheet.getByText('Brouillon gardé sur ce téléphone').waitFor();
      await phone.sheet.getByText('sur ce téléphone', { exact: true }).waitFor();
      await phone.sheet.getByLabel('Montant TTC').fill('24');
      await phone.sheet.getByRole('radio', { name: '20 %' }).check();
      await phone.sheet.getByText(/^HT 20,00/).waitFor();
      await phone.sheet.getByLabel('Quoi').fill(LABEL);
      assert.equal(await phone.sheet.getByRole('radio', { name: 'Remis' }).isChecked(), true);
      await look(phone, 'receipts-2-filled');
      await phone.save();
      await phone.openExpenses();
    });

    await step('what is kept has neither place nor turn in it, and is no larger than a receipt needs', async () => {
      const [kept, ...others] = await keptFiles(phone.page);
      assert.ok(kept && others.length === 0);
      const bytes = bytesOf(kept.bytes);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), kept.hash);
      assert.ok(picture.buffer.includes(PLACE), 'the camera wrote where it was');
      for (const trace of [PLACE, 'Exif']) assert.ok(!bytes.includes(trace), `no ${trace} stays`);
      [hash, size] = [kept.hash, bytes.length];
    });

    await step('the list says that it waits, and the line counts it', async () => {
      await phone.rowIs(LABEL, 'en attente d’envoi');
      await phone.sees(/^2 à envoyer/);
      await look(phone, 'receipts-3-list');
    });

    await step('the browser closed and opened again without network: all of it is still there', async () => {
      await phone.close({ keep: true });
      phone = await Phone.open('member', { folder: phone.browser.profile });
      t.after(() => phone.close());
      await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
      await phone.rowIs(LABEL, 'en attente d’envoi');
      await phone.sees(/^2 à envoyer/);
      await phone.row(LABEL).getByRole('link').click();
      await phone.sheet.getByRole('button', { name: 'Ouvrir : Justificatif' }).click();
      const image = phone.sheet.getByRole('img', { name: 'Justificatif' });
      const upright = await until('the picture is drawn', () => whole(image));
      assert.deepEqual(upright, { naturalWidth: 1467, naturalHeight: 2000 });
      await look(phone, 'receipts-4-full');
      await phone.page.keyboard.press('Escape');
      await phone.sheet.getByRole('button', { name: 'Ouvrir : Justificatif' }).waitFor();
      assert.equal(await focused(phone.page), 'Ouvrir : Justificatif', 'closing gives the focus back');
      await phone.page.keyboard.press('Escape');
    });

    await step('a link that is cut in the middle goes on where it was, and the file arrives once', async () => {
      road.throttle(SLOW_BYTES_PER_SECOND);
      road.restore();
      const before = road.carried().up;
      for (const done of [0.2, 0.5]) {
        await until('a part of it is sent', () => road.carried().up - before > size * done, { timeoutMs: MEET_MS_MAX });
        road.cut();
        await phone.rowIs(LABEL, /envoi en cours|en attente d’envoi/);
        road.restore();
        await phone.page.evaluate(() => dispatchEvent(new Event('online')));
      }
      road.throttle(null);
      await phone.sees('Tout est envoyé', MEET_MS_MAX);
      await phone.row(LABEL).filter({ hasNotText: /en attente|envoi/ }).waitFor();
      const sent = road.carried().up - before;
      assert.ok(sent < size + SPARE_BYTES, `${sent} bytes went for a file of ${size}`);
      await phone.row(LABEL).getByRole('link').click();
      await phone.sheet.getByText('reçu', { exact: true }).first().waitFor();
      await phone.page.keyboard.press('Escape');
      await phone.page.getByRole('button', { name: /^Soumettre le mois.*mars/ }).click();
      await phone.rowIs(LABEL, 'Soumise');
      await phone.sees('Tout est envoyé', MEET_MS_MAX);
    });

    await step('finance opens it beside the line, by keyboard; it is the same, byte by byte', async () => {
      const { page } = finance;
      // Left alone, it may wait long before it tries again.
      await finance.meets(MEET_MS_MAX);
      await finance.goTo('À traiter');
      await page.getByLabel('Chercher une personne ou un libellé').fill(LABEL);
      const line = page.getByRole('listitem').filter({ hasText: LABEL });
      await line.waitFor();
      await tabTo(page, /^Ouvrir : Justificatif/);
      await page.keyboard.press('Enter');
      await until('it is drawn', () => whole(finance.sheet.getByRole('img')), { timeoutMs: MEET_MS_MAX });
      await look(finance, 'receipts-5-finance');
      const before = await page.getByRole('dialog').count();
      await page.keyboard.press('a');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').nth(before - 1).waitFor({ state: 'detached' });
      assert.match(await focused(page), /^Ouvrir : Justificatif/);
      await line.getByText(LABEL).waitFor();
      const [kept] = await keptFiles(page);
      assert.equal(kept?.hash, hash);
      assert.equal(createHash('sha256').update(bytesOf(kept.bytes)).digest('hex'), hash);
    });

    await step('without network it opens again, and small pictures stay', async () => {
      road.cut();
      await finance.sees(OFFLINE, MEET_MS_MAX);
      await finance.page.reload();
      await finance.goTo('À traiter');
      await finance.page.getByLabel('Chercher une personne ou un libellé').fill(LABEL);
      const button = finance.page.getByRole('button', { name: /^Ouvrir : Justificatif/ });
      await until('it looks like itself', () => drawn(button.locator('img')));
      await look(finance, 'receipts-6-line');
      await button.click();
      await until('it is drawn', () => whole(finance.sheet.getByRole('img')));
    });

    phone.isHealthy();
    finance.isHealthy();
  });

  test('one after the other, taken off with a way back, and what is no picture is told', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const phone = await joined(t, 'several', relay.link('entrepreneur'));
    const { page } = phone;
    await relay.stop();
    await phone.note(/^Dépense/);
    const tiles = phone.sheet.getByRole('button', { name: /^Ouvrir : Justificatif/ });

    await phone.photograph(await photograph(page, { text: 'UN' }));
    await phone.photograph(await photograph(page, { text: 'DEUX' }));
    await phone.sheet.getByRole('button', { name: 'Retirer : Justificatif, 1 sur 2' }).click();
    await until('one is left', async () => (await tiles.count()) === 1);
    await phone.sheet.getByRole('button', { name: 'Annuler' }).click();
    await until('it is back', async () => (await tiles.count()) === 2);

    const chooser = phone.sheet.getByLabel('Choisir une image ou un PDF');
    const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('ni image ni PDF') };
    await chooser.setInputFiles(text);
    await phone.sheet.getByRole('alert').getByText('Ce fichier n’est ni une image ni un PDF.').waitFor();
    await chooser.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]) });
    await phone.sheet.getByRole('alert').getByText(/ne se lit pas/).waitFor();
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
    await chooser.setInputFiles({ name: 'facture.pdf', mimeType: 'application/pdf', buffer: pdf });
    await until('the PDF is kept', async () => (await tiles.count()) === 3);
    await chooser.setInputFiles({ name: 'g.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(4_194_305, pdf) });
    await phone.sheet.getByRole('alert').getByText(/trop gros/).waitFor();
    await phone.shot('receipts-7-several');

    await phone.sheet.getByLabel('Montant TTC').fill('8,50');
    await phone.sheet.getByLabel('Quoi').fill('Avec trois pièces');
    await phone.sheet.getByRole('button', { name: 'Enregistrer, encore une' }).click();
    await phone.saved();
    // The next form is there at once, with nothing in it.
    await until('the form is empty', async () => (await tiles.count()) === 0);
    assert.equal(await phone.sheet.getByLabel('Quoi').inputValue(), '');
    await phone.photograph(await photograph(page, { text: 'TROIS' }));
    await phone.fillExpense({ label: 'La suivante', net: '3' });
    await phone.save();
    await phone.sheet.waitFor({ state: 'detached' });
    await page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.rowIs('Avec trois pièces', 'en attente d’envoi');
    await phone.rowIs('La suivante', 'en attente d’envoi');
    await phone.sees(/^6 à envoyer/);
    await phone.syncLine.click();
    await page.getByRole('heading', { level: 1, name: 'Envoi et réception' }).waitFor();
    await page.getByRole('img', { name: '1 photo, 1 sur 4' }).waitFor();
    await look(phone, 'receipts-8-sync');

    await relay.start();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees('Tout est envoyé', MEET_MS_MAX);
    phone.isHealthy();
  });

  test('who leaves leaves no file behind', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const phone = await joined(t, 'leaving', relay.link('entrepreneur'));
    const { page } = phone;
    await phone.note(/^Dépense/);
    await phone.photograph(await photograph(page, { text: 'PARTIR' }));
    assert.equal((await keptFiles(page)).length, 1);
    await phone.page.keyboard.press('Escape');
    await phone.openOwn();
    await page.getByRole('main').getByRole('link', { name: 'Mes appareils' }).click();
    await page.getByRole('button', { name: 'Retirer Besace de ce téléphone' }).click();
    await page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
    await page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
    await until('no file is left', async () => (await keptFiles(page)).length === 0);
  });
});
