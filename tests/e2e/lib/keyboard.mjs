/** What somebody does who has a keyboard and nothing else. */
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

/** More stops than any screen has from its top to what is looked for. */
const STOPS_MAX = 120;
/** More choices than any group has. */
const CHOICES_MAX = 12;

/** The name of what has the focus, as a screen reader would begin to say it. */
export function focused(/** @type {Page} */ page) {
  return page.evaluate(() => {
    const element = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const labels = [...(element?.labels ?? [])].map((label) => label.innerText).join(' ');
    const name = element?.getAttribute('aria-label') || labels || element?.innerText || '';
    return name.replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim();
  });
}

/**
 * Whether a name is the one looked for.
 * @param {string} name
 * @param {string | RegExp} wanted
 */
const isIt = (name, wanted) => (typeof wanted === 'string' ? name === wanted : wanted.test(name));

/**
 * Presses Tab until what has this name has the focus.
 * @param {Page} page
 * @param {string | RegExp} name
 */
export async function tabTo(page, name) {
  const passed = [];
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    const here = await focused(page);
    if (isIt(here, name)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key never reaches ${name}; it passes ${passed.join(' | ')}`);
}

/**
 * Follows a link or presses a button.
 * @param {Page} page
 * @param {string | RegExp} name
 */
export async function press(page, name, key = 'Enter') {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/**
 * Ticks a box, which keeps the focus.
 * @param {Page} page
 * @param {string | RegExp} name
 */
export async function tick(page, name) {
  await press(page, name, 'Space');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=checkbox]:checked'));
  const here = await focused(page);
  assert.ok(isIt(here, name), `after ticking ${name} the focus is on ${here}`);
}

/**
 * Types into a field.
 * @param {Page} page
 * @param {string | RegExp} label
 * @param {string} text
 */
export async function write(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

/**
 * Chooses one of several, side by side: the group is one stop, the arrows go through it.
 * @param {Page} page
 * @param {string} first One that has the focus as the group is reached: what is chosen, or the first.
 * @param {string} wanted
 */
export async function choose(page, first, wanted) {
  await tabTo(page, first);
  if (first === wanted) return page.keyboard.press('Space');
  for (let choice = 0; choice < CHOICES_MAX; choice += 1) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press('ArrowRight');
  }
  assert.fail(`the arrows never reach ${wanted} from ${first}`);
}

/**
 * Chooses one of several where a choice acts at once: the arrows pass over the others, and only Space decides.
 * @param {Page} page
 * @param {string} first
 * @param {string} wanted
 */
export async function decide(page, first, wanted) {
  await tabTo(page, first);
  const chosen = () => page.locator('fieldset:focus-within input:checked').evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
  const before = await chosen();
  if (first !== wanted) await choose(page, first, wanted);
  assert.deepEqual(await chosen(), before, 'what the arrows pass over is not chosen');
  await page.keyboard.press('Space');
}

/**
 * Picks in a list that drops down, by its first letters.
 * @param {Page} page
 * @param {string} label
 * @param {string} option
 */
export async function pick(page, label, option) {
  await tabTo(page, new RegExp(`^${label}`));
  await page.keyboard.type(option);
  const chosen = await page.evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).selectedOptions[0]?.text);
  assert.equal(chosen, option);
}

/**
 * Sets a day of this year with the arrows, whatever the order of its parts.
 * @param {Page} page
 * @param {RegExp} label
 */
export async function setDay(page, label) {
  await tabTo(page, label);
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
}

/**
 * Opens a form, fills it, and saves it with Enter or by its button; the focus comes back to what opened it.
 * @param {import('./phone.mjs').Phone} phone
 * @param {string | RegExp} opener
 * @param {() => Promise<void>} fill
 */
export async function fillForm(phone, opener, fill) {
  const { page } = phone;
  await press(page, opener);
  await page.getByRole('dialog').waitFor();
  await fill();
  await press(page, 'Enregistrer');
  await phone.saved();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/**
 * The same, where the page stays the one that the form lies over.
 * @param {import('./phone.mjs').Phone} phone
 * @param {string | RegExp} opener
 * @param {() => Promise<void>} fill
 */
export async function fillSheet(phone, opener, fill) {
  await fillForm(phone, opener, fill);
  const here = await focused(phone.page);
  assert.ok(isIt(here, opener), `closing the form gives the focus to “${here}”, not back to ${opener}`);
}
