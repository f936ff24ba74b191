/**
 * What a year of photographed receipts costs on a cheap phone: how long the app takes to open without network, and a tap to
 * be saved. Prints medians; `besace demo --receipts` made the year. `plain` leaves the pictures out, to compare.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Phone } from './lib/phone.mjs';
import { photograph } from './lib/picture.mjs';
import { DEMO_VARIABLE, makeDemo, startRelay } from './lib/relay.mjs';
import { slowDown } from './lib/slower.mjs';

const TIMES_SLOWER = 4;
const STARTS = 9;
const SAVES = 20;
/** What one person photographs in a year, on their own phone. */
const OWN_RECEIPTS = 250;
const PER_EXPENSE = 5;
/** The budgets (`README.md`). */
const START_MS_MAX = 1_500;
const SAVED_MS_MAX = 50;

/** @param {number[]} values @param {number} part */
const at = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

/** Notes, in the page's own time, when the first screen stood there with what is on this phone. */
function watchStart() {
  const seen = new MutationObserver(() => {
    const rows = document.querySelectorAll('main li');
    if (rows.length === 0) return;
    seen.disconnect();
    requestAnimationFrame(() => Object.assign(globalThis, { firstScreen: performance.now() }));
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** @param {Phone} phone */
async function starts(phone) {
  const took = [];
  for (let start = 0; start < STARTS; start++) {
    await phone.page.reload();
    const ready = await phone.page.waitForFunction(() => Reflect.get(globalThis, 'firstScreen'), null, { polling: 20 });
    took.push(Number(await ready.jsonValue()));
  }
  return took;
}

/** From the tap on save to the word that it is saved, in the page's own time. @param {Phone} phone */
async function saves(phone) {
  const took = [];
  for (let save = 0; save < SAVES; save++) {
    await phone.note(/^Dépense/);
    await phone.fillExpense({ label: `Vis et colle ${save}`, net: `${save + 1}` });
    const saved = phone.page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener(
            'click',
            () => {
              const tapped = performance.now();
              const told = new MutationObserver(() => {
                const toasts = [...document.querySelectorAll('[role=status]')];
                if (!toasts.some((toast) => /Enregistré/.test(toast.textContent ?? ''))) return;
                told.disconnect();
                resolve(performance.now() - tapped);
              });
              told.observe(document, { childList: true, subtree: true, characterData: true });
            },
            { capture: true, once: true },
          );
        }),
    );
    await phone.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    took.push(Number(await saved));
    await phone.sheet.waitFor({ state: 'detached' });
    await phone.page.locator('[role=status]').filter({ hasText: 'Enregistré' }).waitFor({ state: 'detached' });
  }
  return took;
}

/**
 * @param {string} who
 * @param {Phone} phone
 * @param {boolean} notes Whether they note expenses.
 */
async function figures(who, phone, notes) {
  const opened = await starts(phone);
  const line = [`first screen ${Math.round(at(opened, 0.5))} ms (budget ${START_MS_MAX})`];
  if (notes) {
    const saved = await saves(phone);
    const [middle, most] = [0.5, 0.95].map((part) => Math.round(at(saved, part)));
    line.push(`tap to saved ${middle} ms, p95 ${most} ms (budget ${SAVED_MS_MAX})`);
  }
  console.log(`${who}: ${line.join('; ')}`);
}

/**
 * Slowed by the browser, whose own means slow the page's thread alone and leave the worker as it is; then harder than any
 * phone, with all threads of the page together on a part of one core.
 * @param {string} who
 * @param {Phone} phone
 * @param {import('./lib/relay.mjs').Relay} relay
 * @param {boolean} notes Whether they note expenses.
 */
async function measured(who, phone, relay, notes) {
  await relay.stop();
  await phone.page.addInitScript(watchStart);
  const session = await phone.page.context().newCDPSession(phone.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  await figures(`${who}, page ${TIMES_SLOWER} times slower`, phone, notes);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const slowed = await slowDown(phone.page, TIMES_SLOWER);
  await figures(`${who}, page and worker on 1/${TIMES_SLOWER} of a core`, phone, notes);
  await phone.close();
  slowed.end();
  await relay.start();
}

/** A year of receipts on the phone that photographed them. @param {Phone} phone */
async function photographAYear(phone) {
  await phone.note(/^Dépense/);
  for (let done = 0; done < OWN_RECEIPTS; done += PER_EXPENSE) {
    for (let one = 0; one < PER_EXPENSE; one++) {
      await phone.photograph(await photograph(phone.page, { text: `TICKET ${done + one}`, width: 1_200, height: 1_600 }));
    }
    await phone.fillExpense({ label: `Fournitures ${done}`, net: `${done + 1}` });
    await phone.sheet.getByRole('button', { name: 'Enregistrer, encore une' }).click();
    await phone.page.waitForFunction(() => document.querySelectorAll('dialog img').length === 0);
  }
  await phone.page.keyboard.press('Escape');
}

const pictures = !process.argv.includes('plain');
const folder = await mkdtemp(join(tmpdir(), 'besace-year-'));
await makeDemo(folder, pictures ? ['--receipts'] : []);
process.env[DEMO_VARIABLE] = folder;
const relay = await startRelay();
try {
  /** @type {import('./lib/relay.mjs').Persona[]} */
  const personas = ['entrepreneur', 'coach', 'finance'];
  for (const persona of personas) {
    const phone = await Phone.open(persona);
    await phone.join(relay.link(persona));
    await phone.sees('Tout est envoyé');
    await measured(persona, phone, relay, persona === 'entrepreneur');
  }
  if (pictures) {
    const phone = await Phone.open('photographer');
    await phone.join(await relay.invite(relay.nameOf('entrepreneur')));
    await photographAYear(phone);
    await measured(`entrepreneur with ${OWN_RECEIPTS} pictures of their own`, phone, relay, true);
  }
} finally {
  await relay.close();
  await rm(folder, { recursive: true, force: true });
}
