/**
 * Every screen on every phone: from 260 px wide and up to twice the size of text. `BESACE_PICTURES=FOLDER` keeps a
 * picture of each.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PHONE } from './lib/chromium.mjs';
import { TEXT_SIZES, WIDTHS, misfits, resize } from './lib/layout.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { ROLES, open, walkScreens } from './lib/screens.mjs';

const folder = process.env.BESACE_PICTURES;
if (folder) await mkdir(folder, { recursive: true });

/** A phone that lies, its keyboard out. */
const LYING = { width: 844, height: 180 };

describe('nothing is wider than the screen, and the bar and ＋ stay in reach', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  test('joining', async (t) => {
    const phone = await Phone.open('visitor', { scale: 1 });
    t.after(() => phone.close());
    await phone.page.goto(relay.url);
    await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
    await fits(phone, 'joining');
  });

  test('a browser that keeps nothing', async (t) => {
    const phone = await Phone.open('refused', { scale: 1 });
    t.after(() => phone.close());
    await phone.page.addInitScript(() => {
      const get = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, { get });
    });
    await phone.page.goto(relay.url);
    await phone.page.getByText(/Autorisez les cookies et les données de ce site/).waitFor();
    await fits(phone, 'refused');
  });

  for (const role of ROLES) {
    test(`as ${role}`, async (t) => {
      const phone = await Phone.open(role, { scale: 1 });
      t.after(() => phone.close());
      const { page } = phone;
      await phone.join((await relay.invited(role)).link);
      await walkScreens(page, relay.url, role, (screen) => fits(phone, `${role} ${screen}`));
      await open(page, relay.url);
      await page.getByRole('button', { name: 'Noter' }).click();
      await page.getByRole('dialog').waitFor();
      await fits(phone, `${role} capture`);
      phone.isHealthy();
    });
  }

  test('a phone that lies with its keyboard out shows the field and the way to save', async (t) => {
    const phone = await Phone.open('lying', { scale: 1 });
    t.after(() => phone.close());
    const { page } = phone;
    await phone.join(await relay.invite(relay.nameOf('entrepreneur')));
    await open(page, `${relay.url}/activity/me/now/expenses/new`);
    await page.setViewportSize(LYING);
    const save = page.getByRole('button', { name: 'Enregistrer', exact: true });
    for (const field of [page.getByLabel('Quoi'), page.getByLabel('Date')]) {
      await field.focus();
      await field.scrollIntoViewIfNeeded();
      const [written, button] = [await field.boundingBox(), await save.boundingBox()];
      assert.ok(written && button);
      assert.ok(written.y >= 0 && written.y + written.height <= button.y, 'the field is above the button');
      assert.ok(button.y + button.height <= LYING.height, 'the button is on the screen');
    }
    if (folder) await page.screenshot({ path: join(folder, 'lying.png') });
  });
});

/**
 * @param {Phone} phone
 * @param {string} screen
 */
async function fits({ page }, screen) {
  for (const width of WIDTHS) {
    for (const text of TEXT_SIZES) {
      await resize(page, width, text);
      assert.deepEqual(await misfits(page), [], `${screen}, ${width} px wide, text at ${text} %`);
      if (folder) await page.screenshot({ path: join(folder, `${screen.replaceAll(/\W+/g, '-')}.${width}.${text}.png`) });
    }
  }
  await resize(page, PHONE.width, 100);
}
