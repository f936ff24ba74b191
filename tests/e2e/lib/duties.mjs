/** What the tests of the duties share: steps that stand on each other, a second device at a desk, screens looked at. */
import assert from 'node:assert/strict';
import { graveFindings } from './axe.mjs';
import { PHONE } from './chromium.mjs';
import { keptParts } from './parts.mjs';
import { Phone } from './phone.mjs';
import { until } from './wait.mjs';

/** The size of a screen at a desk. */
export const DESK = { width: 1280, height: 800 };

/** How long phones may take to meet again: each tries less often the longer nobody answers, and the machine may be busy. */
export const MEET_MS_MAX = 90_000;

/** What the line of sync says while nobody answers. */
export const OFFLINE = /coopérative injoignable|pas de réseau/;

/**
 * A phone, or a desk, of somebody who was invited, with everything that they need without network.
 * @param {import('node:test').TestContext} t
 * @param {string} name
 * @param {string} link
 * @param {{ desk?: boolean, parts?: string[] }} [where] `parts`: those of the app that come to them by themselves.
 */
export async function joined(t, name, link, { desk = false, parts = ['shared'] } = {}) {
  const phone = await Phone.open(desk ? `${name}-desk` : name, desk ? { size: DESK, scale: 1 } : {});
  t.after(() => phone.close());
  await phone.join(link);
  await until(`${name} keeps the screens that are no part of the app itself`, async () => {
    const kept = await keptParts(phone.page);
    return parts.every((part) => kept.includes(part));
  });
  return phone;
}

/**
 * Steps of one story; those after a failed one have nothing to stand on.
 * @param {import('node:test').TestContext} t
 * @param {string} story
 * @param {() => Phone[]} phones Whose pictures tell what went wrong.
 */
export function stepsOf(t, story, phones) {
  let failed = false;
  /**
   * @param {string} what
   * @param {() => Promise<void>} act
   */
  return (what, act) =>
    t.test(what, { skip: failed && 'a step before failed' }, async () => {
      try {
        await act();
      } catch (error) {
        failed = true;
        await Promise.all(phones().map((phone) => phone.shot(`${story}-failed`).catch(() => {})));
        throw error;
      }
    });
}

/**
 * Stops the relay, and waits until each says that nobody answers.
 * @param {import('./relay.mjs').Relay} relay
 * @param {Phone[]} phones
 */
export async function silence(relay, ...phones) {
  await Promise.all(phones.map((phone) => phone.sees('Tout est envoyé', MEET_MS_MAX)));
  await relay.stop();
  await Promise.all(phones.map((phone) => phone.sees(OFFLINE, MEET_MS_MAX)));
}

/**
 * Starts the relay again, and has each told that there is signal, as the system tells it.
 * @param {import('./relay.mjs').Relay} relay
 * @param {Phone[]} phones
 */
export async function signal(relay, ...phones) {
  await relay.start();
  await Promise.all(phones.map(({ page }) => page.evaluate(() => dispatchEvent(new Event('online')))));
}

/**
 * Looks at a screen as it is: nothing shuts somebody out, nothing is wider than the screen; and a picture of it.
 * @param {Phone} phone
 * @param {string} step
 */
export async function look(phone, step) {
  assert.deepEqual(await graveFindings(phone.page), [], `${step} on ${phone.browser.name}`);
  const [shown, wide] = await phone.page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  assert.ok(wide <= shown, `${step} on ${phone.browser.name} is ${wide} wide, and the screen ${shown}`);
  await phone.shot(step);
}

/**
 * Looks at a screen, and at the same on a screen of the other size.
 * @param {Phone} phone
 * @param {string} step
 */
export async function lookAtBoth(phone, step) {
  await look(phone, step);
  const own = phone.page.viewportSize() ?? PHONE;
  const isDesk = own.width === DESK.width;
  await phone.page.setViewportSize(isDesk ? PHONE : DESK);
  await look(phone, `${step}-${isDesk ? 'narrow' : 'wide'}`);
  await phone.page.setViewportSize(own);
}

/**
 * An amount as the app writes it, in cents: `−1 234,50 €`.
 * @param {string} text
 */
export function cents(text) {
  const [euros = '', hundredths = '0'] = text.replaceAll(/[^\d,]/g, '').split(',');
  const sign = /[-−]/.test(text) ? -1 : 1;
  return sign * (Number(euros) * 100 + Number(hundredths.padEnd(2, '0')));
}

/**
 * Waits until a list says so many of something, and answers how many.
 * @param {Phone} phone
 * @param {RegExp} words With the number as its group.
 */
export async function counted(phone, words) {
  const [, count] = await until(`${phone.browser.name} counts ${words}`, async () =>
    words.exec(await phone.page.getByRole('main').innerText()),
  );
  return Number(count?.replaceAll(/\s/g, ''));
}
