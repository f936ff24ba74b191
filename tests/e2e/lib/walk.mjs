/** Walking through the places of whoever is there: each must be alive, and say something true or what to do. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PHONE } from './chromium.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./phone.mjs').Phone} Phone */

const DESKTOP = { width: 1280, height: 800 };

/** `BESACE_PICTURES=FOLDER` keeps a picture of each place, on a phone and on a desktop. */
const folder = process.env.BESACE_PICTURES;
if (folder) await mkdir(folder, { recursive: true });

/** What no screen may say, whatever it shows. */
const NONSENSE = /\bundefined\b|\bNaN\b|\[object|Invalid Date|n’est pas sur ce téléphone/;

/**
 * The page that is open has a title, and under it rows, a form, prose, or an empty state that says what to do.
 * @param {Phone} phone
 * @param {string} where For messages and pictures.
 */
export async function isAlive({ page, browser }, where) {
  await page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ }).waitFor();
  await until(`${browser.name} finds something at ${where}`, () => page.evaluate(says));
  const text = await page.getByRole('main').innerText();
  assert.doesNotMatch(text, NONSENSE, `${where} says nonsense`);
  if (!folder) return;
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${browser.name}-${where}-${size.width}.png`.replaceAll(/[ ’/]+/g, '-')) });
  }
  await page.setViewportSize(PHONE);
}

/** Whether the page tells something, and every empty list what to do about it. Runs in the page. */
function says() {
  /** A sentence is longer. */
  const SENTENCE = 40;
  const main = document.querySelector('main');
  const said = [...(main?.querySelectorAll('p') ?? [])].some(({ innerText }) => innerText.length > SENTENCE);
  const found = said || main?.querySelector('li, tr, article, form, fieldset, .sheet, .empty');
  const isReading = /Lecture…|Pas encore arrivé/.test(main?.textContent ?? '');
  const empties = [...(main?.querySelectorAll('.empty') ?? [])];
  return Boolean(found) && !isReading && empties.every((empty) => empty.querySelector('.hint, .do'));
}

/**
 * The addresses of a list of places, with what each is called.
 * @param {Phone} phone
 */
export async function listed({ page }) {
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  return links.evaluateAll((all) =>
    all.map((link) => ({
      path: link.getAttribute('href') ?? '',
      word: link.querySelector('.strong')?.textContent?.trim() ?? '',
    })),
  );
}

/**
 * Opens every place of a list, and comes back to it each time.
 * @param {Phone} phone
 * @param {() => Promise<void>} toList
 * @returns {Promise<string[]>} What they are called.
 */
export async function walkList(phone, toList) {
  await toList();
  const places = await listed(phone);
  for (const { path, word } of places) {
    await phone.page.getByRole('main').getByRole('listitem').locator(`a[href="${path}"]`).click();
    await phone.page.waitForURL((url) => url.pathname === path);
    await isAlive(phone, word);
    await toList();
  }
  return places.map(({ word }) => word);
}

/**
 * Opens every place of the bar, each of them marked as where one is, and none with a way back.
 * @param {Phone} phone
 * @param {readonly string[]} places
 */
export async function walkBar(phone, places) {
  for (const place of places) {
    await phone.goTo(place);
    await phone.bar.locator('a[aria-current=page]').filter({ hasText: place }).waitFor();
    await isAlive(phone, place);
    await phone.page.getByRole('main').getByRole('link', { name: 'Mon espace' }).waitFor();
    const back = phone.page.getByRole('link', { name: 'Retour', exact: true });
    assert.equal(await back.count(), 0, `${place} is a place of the bar`);
  }
}

/**
 * Takes each of the ways that ＋ offers, and leaves it without writing anything.
 * @param {Phone} phone
 * @returns {Promise<string[]>} What they are called.
 */
export async function walkCaptures(phone) {
  const { page } = phone;
  const capture = page.getByRole('button', { name: 'Noter' });
  await capture.click();
  const offered = await phone.sheet.getByRole('listitem').locator('.strong').allInnerTexts();
  await page.keyboard.press('Escape');
  for (const word of offered) {
    await capture.click();
    await phone.sheet.getByRole('button', { name: word }).click();
    await page.waitForURL((url) => url.pathname !== '/');
    await isAlive(phone, `Noter ${word}`);
    // A form, or somebody or something to be picked first.
    const close = page.getByRole('dialog').getByRole('button', { name: 'Fermer' });
    if ((await close.count()) > 0) await close.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await phone.goTo('Aujourd’hui');
    await page.waitForURL((url) => url.pathname === '/');
  }
  return offered;
}
