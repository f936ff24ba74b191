/**
 * What Besace takes of a phone, told without network: it adds up, room is made without losing anything, and a diagnostic
 * is read before it is shared and says nothing of anybody.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, joined, look, signal, silence, stepsOf } from './lib/duties.mjs';
import { focused, tabTo } from './lib/keyboard.mjs';
import { PHONE } from './lib/chromium.mjs';
import { TEXT_SIZES, WIDTHS, misfits, resize } from './lib/layout.mjs';
import { keptFiles, photograph } from './lib/picture.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const SENT = 'Encre de la Papeterie Canari';
const UNSENT = 'Timbres du Canari bleu';
const NET = '777,13';
const LINK = 'Ce téléphone : place et diagnostic';
const ATTACHED = 'Photos et fichiers ajoutés ici';
const FETCHED = 'Photos et fichiers téléchargés pour les lire';
/** What any identifier, hash, address or moment looks like. */
const FORMS = [/[0-9A-HJKMNP-TV-Z]{20}/, /[0-9a-f]{16}/, /https?:|127\.0\.0\.1|localhost/, /@/, /\d{4}-\d{2}-\d{2}/, /€/];

/** @typedef {import('./lib/phone.mjs').Phone} Phone */

/** @param {Phone} phone */
async function openDevice(phone) {
  const { page } = phone;
  await phone.syncLine.click();
  await page.getByRole('heading', { level: 1, name: 'Envoi et réception' }).waitFor();
  await page.getByRole('link', { name: LINK }).click();
  await page.getByRole('heading', { level: 1, name: 'Ce téléphone' }).waitFor();
}

/**
 * The gauge, in bytes: the whole, and each part by its words.
 * @param {Phone} phone
 * @returns {Promise<{ total: number, parts: Record<string, number> }>}
 */
async function gauge({ page }) {
  await page.getByText(/ sur ce téléphone$/).waitFor();
  return page.getByRole('region', { name: 'La place que prend Besace' }).evaluate((region) => {
    const value = (/** @type {Element | null} */ element) => Number(element?.getAttribute('value'));
    const parts = [...region.querySelectorAll('li')].map((line) => [
      line.querySelector('span')?.textContent?.trim() ?? '',
      value(line.querySelector('data')),
    ]);
    return { total: value(region.querySelector('p > data')), parts: Object.fromEntries(parts) };
  });
}

/** @param {{ total: number, parts: Record<string, number> }} of */
const summed = ({ parts }) => Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);

/** @param {Phone} phone */
async function openReceipt(phone) {
  await phone.row(SENT).getByRole('link').click();
  await phone.sheet.getByRole('button', { name: 'Ouvrir : Justificatif' }).click();
  const image = phone.sheet.getByRole('img', { name: 'Justificatif' });
  await until('the whole picture is drawn', () =>
    image.evaluate((one) => /** @type {HTMLImageElement} */ (one).naturalHeight > 240), { timeoutMs: MEET_MS_MAX });
  await phone.page.keyboard.press('Escape');
  await phone.page.keyboard.press('Escape');
  await phone.sheet.waitFor({ state: 'detached' });
}

/**
 * @param {string | null | undefined} base64
 */
const bytesIn = (base64) => Buffer.from(base64 ?? '', 'base64').length;

describe('this phone', () => {
  test('tells what it holds, makes room without loss, and gives a diagnostic without a word of anybody', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const other = await joined(t, 'first', relay.link('entrepreneur'));
    const phone = await joined(t, 'second', await relay.invite(relay.nameOf('entrepreneur')), {
      parts: ['shared', 'device'],
    });
    const { page } = phone;
    const step = stepsOf(t, 'device', () => [phone, other]);
    let own = '';
    let fetched = '';
    let before = { total: 0, parts: /** @type {Record<string, number>} */ ({}) };
    let text = '';

    await step('a receipt of the other phone is opened here once', async () => {
      await other.note(/^Dépense/);
      await other.photograph(await photograph(other.page, { text: 'PAPETERIE', width: 2400, height: 1800, noisy: true }));
      await other.fillExpense({ label: SENT, net: '12' });
      await other.save();
      await other.sees('Tout est envoyé', MEET_MS_MAX);
      await page.goto(`${relay.url}/activity/me/now/expenses`);
      await phone.row(SENT).waitFor({ timeout: MEET_MS_MAX });
      await openReceipt(phone);
      const [kept, ...rest] = await keptFiles(page);
      assert.ok(kept?.bytes && rest.length === 0);
      fetched = kept.hash;
    });

    await step('without network the page opens, and what it tells adds up', async () => {
      await silence(relay, phone);
      await openDevice(phone);
      before = await gauge(phone);
      assert.equal(summed(before), before.total);
      for (const part of ['Dossiers', 'L’application', FETCHED, 'Petites images des listes'])
        assert.ok((before.parts[part] ?? 0) > 0, `${part} takes nothing`);
      assert.equal(before.parts[ATTACHED], undefined);
      const [kept] = await keptFiles(page);
      assert.equal(before.parts[FETCHED], bytesIn(kept?.bytes));
      await page.getByText(/que ce site peut prendre\.$/).waitFor();
      await look(phone, 'device-1-room');
    });

    await step('a picture taken here grows its part by what it has', async () => {
      await phone.note(/^Dépense/);
      await phone.photograph(await photograph(page, { text: 'TIMBRES', noisy: true }));
      await phone.fillExpense({ label: UNSENT, net: NET });
      await phone.save();
      const mine = (await keptFiles(page)).find(({ hash }) => hash !== fetched);
      own = mine?.hash ?? '';
      await page.goto(`${relay.url}/more/device`);
      await until('the gauge has it', async () => (await gauge(phone)).parts[ATTACHED] === bytesIn(mine?.bytes));
      const after = await gauge(phone);
      assert.equal(summed(after), after.total);
      assert.ok(after.total > before.total);
      await page.getByText(/dont 1 fichier que la coopérative n’a pas encore/).waitFor();
    });

    await step('making room takes what was fetched, and leaves what waits', async () => {
      await look(phone, 'device-2-waiting');
      await page.getByRole('button', { name: /^Libérer / }).click();
      await page.getByRole('status').getByText(/libérés\. Rien n’est perdu/).waitFor();
      assert.match(await focused(page), /libérés/, 'the button goes, and what came of it has the focus');
      const kept = await keptFiles(page);
      assert.equal(kept.length, 2);
      for (const { hash, bytes, hasThumb } of kept) {
        assert.equal(bytes !== null, hash === own, 'what waits stays, what was fetched goes');
        assert.ok(hasThumb, 'how it looks stays');
      }
      await until('the gauge says so', async () => (await gauge(phone)).parts[FETCHED] === undefined);
      await until('nothing more is offered', async () => (await page.getByRole('button', { name: /^Libérer / }).count()) === 0);
      await look(phone, 'device-3-freed');
    });

    await step('the diagnostic is read before it is shared, by keyboard too', async () => {
      assert.equal(await page.getByRole('textbox').count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Partager' }).count(), 0);
      await tabTo(page, 'Préparer un diagnostic');
      await page.keyboard.press('Enter');
      const area = page.getByRole('textbox', { name: 'Voici exactement ce qui sera partagé' });
      await area.waitFor();
      assert.ok(await area.evaluate((one) => one === document.activeElement), 'what is to be read has the focus');
      assert.ok(await area.evaluate((one) => one.scrollHeight > one.clientHeight && one.scrollTop === 0), 'from its beginning');
      await phone.shot('device-4-diagnostic');
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'Partager');
      text = await area.inputValue();
      await look(phone, 'device-5-to-share');
    });

    await step('it tells how the app is doing, and nothing of anybody', async () => {
      const plain = text.replaceAll('\u00a0', ' ');
      const [, docs] = /Sur ce téléphone : (\d+)/.exec(plain) ?? [];
      const kinds = (/# Dossiers\n([^#]*)/.exec(plain)?.[1] ?? '').trim().split('\n').slice(3);
      const counted = kinds.map((line) => Number(/ : (\d+)$/.exec(line)?.[1]));
      assert.ok(kinds.length > 5 && !kinds.some((line) => line.startsWith('genre ')), `${kinds}`);
      assert.equal(counted.reduce((sum, n) => sum + n, 0), Number(docs), 'documents by kind');
      for (const line of ['À envoyer : 1', 'Ajoutés ici, en attente d’envoi : 1', 'Langue : fr', 'Système : Linux'])
        assert.ok(plain.includes(line), `${line} is missing from:\n${plain}`);
      assert.match(plain, /Dernier contact : il y a \d+ (s|min)\n/);
      assert.match(plain, /^Version : 0\.0\.0 · worker-[\w-]{8}$/m);

      const members = [...(await relay.order('members')).matchAll(/^\S+\s+(\S.*?)\s{2,}/gm)].map(([, name]) => name ?? '');
      assert.ok(members.length > 10, 'nobody is listed');
      const names = new Set(members.flatMap((name) => [name, ...name.split(/[ -]/).filter((part) => part.length > 3)]));
      const typed = [SENT, UNSENT, 'Canari', 'Papeterie', 'Timbres', NET, '777', own, fetched, own.slice(0, 8), 'IMG_2041'];
      for (const canary of [...names, ...typed]) assert.ok(!plain.includes(canary), `it says ${canary}:\n${plain}`);
      for (const form of FORMS) assert.doesNotMatch(plain, form);
    });

    await step('what is shared and what is copied are what was read', async () => {
      assert.equal((await phone.given('Partager')).toString(), text);
      await phone.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copier' }).click();
      await page.getByRole('status').getByText('Copié.').waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    });

    await step('it fits every phone, with text of any size', async () => {
      for (const width of WIDTHS) {
        for (const size of TEXT_SIZES) {
          await resize(page, width, size);
          assert.deepEqual(await misfits(page), [], `${width} px wide, text at ${size} %`);
          if (width === PHONE.width && size === 200) await phone.browser.shot('device-6-large');
        }
      }
      await resize(page, PHONE.width, 100);
    });

    await step('with network what was let go comes again, and what waited is received', async () => {
      await signal(relay, phone);
      await phone.sees('Tout est envoyé', MEET_MS_MAX);
      await page.goto(`${relay.url}/activity/me/now/expenses`);
      await openReceipt(phone);
      const kept = await keptFiles(page);
      assert.ok(kept.every(({ bytes }) => bytes !== null));
      await openDevice(phone);
      await until('it is told again', async () => ((await gauge(phone)).parts[FETCHED] ?? 0) > 0);
      await page.getByText(/dont 1 fichier/).waitFor({ state: 'detached' });
    });

    await step('in the dark, and in English, it is as clear and as silent', async () => {
      await page.goto(`${relay.url}/more`);
      // By key, for a message may lie over it.
      await page.getByRole('radio', { name: 'English' }).press('Space');
      await page.waitForFunction(() => document.documentElement.lang === 'en');
      await page.goto(`${relay.url}/more/device`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByText(/ on this phone$/).waitFor();
      await page.getByRole('button', { name: 'Prepare a diagnostic' }).click();
      const english = await page.getByRole('textbox', { name: 'This is exactly what will be shared' }).inputValue();
      assert.match(english, /^To send: 0$/m);
      for (const canary of [relay.nameOf('entrepreneur'), 'Canari', '777', own, fetched]) assert.ok(!english.includes(canary));
      for (const form of FORMS) assert.doesNotMatch(english, form);
      await look(phone, 'device-7-english');
    });

    phone.isHealthy();
  });
});
