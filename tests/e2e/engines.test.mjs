/**
 * What is done on the spot, on the other two engines: a receipt is photographed, an interview logged and signed, a
 * half-day marked and signed. All without network, kept through a reload, and sent once the relay is back.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptParts } from './lib/parts.mjs';
import { readPdf } from './lib/pdf.mjs';
import { PLACE as TAKEN_AT, keptFiles, photograph } from './lib/picture.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';
import { engines, open } from './lib/webdriver.mjs';

const SHOTS = new URL('./screenshots/', import.meta.url).pathname;
/** The first download of a whole demo cooperative. */
const DOWNLOAD_MS_MAX = 120_000;
/** How long phones may take to meet the relay again. */
const MEET_MS_MAX = 90_000;

const LABEL = 'Encre et papier';
/** The picture in a form, which opens it. */
const RECEIPT = '[aria-label^="Ouvrir"][aria-label$="Justificatif"]';
const PLACE = 'Grange du Haut-Pré';
const POINTS = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}, vu sur place.`);

/** @typedef {Awaited<ReturnType<typeof joined>>} Joined */

for (const [name, engine] of Object.entries(engines)) {
  test(`${name}: a receipt photographed without network is kept, upright, and sent`, async (t) => {
    const phone = await joined(t, name, engine(), 'entrepreneur', ['shared']);
    const { browser, shot } = phone;
    const folder = await mkdtemp(join(tmpdir(), 'besace-picture-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const picture = await photograph(browser, { text: 'PAPETERIE' });
    const path = join(folder, picture.name);
    await writeFile(path, picture.buffer);

    await phone.silence();
    await browser.press('Noter');
    await browser.press('Dépense');
    await browser.attach('Photographier le justificatif', path);
    await browser.finds(RECEIPT);
    await browser.sees('sur ce téléphone');
    await browser.fill('Montant TTC', '24');
    await browser.fill('Quoi', LABEL);
    await shot('receipt-1-filled');
    await browser.press('Enregistrer');
    await browser.sees('Enregistré sur ce téléphone.');

    await browser.reload();
    await browser.press('Mon activité');
    await browser.press('Dépenses');
    await browser.sees(new RegExp(`${LABEL}[^€]*24,00\\s€\\sTTC[^€]*en attente d’envoi`));
    await browser.sees(/2 à envoyer · (coopérative injoignable|pas de réseau)/);
    await shot('receipt-2-kept');
    const [kept, ...others] = await keptFiles(browser);
    assert.ok(kept?.bytes && others.length === 0);
    const bytes = Buffer.from(kept.bytes, 'base64');
    for (const trace of [TAKEN_AT, 'Exif']) assert.ok(!bytes.includes(trace), `no ${trace} stays`);
    await browser.tap('main li a, main li button', LABEL);
    await browser.tap(RECEIPT);
    assert.deepEqual(await until('the picture is drawn', () => browser.evaluate(largest)), [900, 1200]);
    await shot('receipt-3-opened');

    await browser.reload();
    await phone.signal();
    await browser.follow('/activity/me/now/expenses');
    await browser.sees(new RegExp(`${LABEL}[^€]*24,00\\s€\\sTTC\\s*✓? ?reçu`));
    await browser.tap('main li a, main li button', LABEL);
    await browser.finds(RECEIPT);
    await browser.sees(/Retirer[^]*reçu|reçu[^]*Retirer/);
    await shot('receipt-4-sent');
  });

  test(`${name}: an interview logged and signed without network leaves as a PDF, and is sent`, async (t) => {
    const phone = await joined(t, name, engine(), 'coach', ['shared', 'team', 'pdf']);
    const { relay, browser, shot } = phone;
    const [coach, member] = [relay.nameOf('coach'), relay.nameOf('entrepreneur')];

    await phone.silence();
    await browser.follow('/coaching');
    await browser.fill('Chercher une personne', member);
    await browser.tap('main li a[href$="/sessions"]', member);
    await browser.press('Nouvelle séance');
    await browser.choose('Entretien légal');
    await browser.press('Sur place');
    await browser.fill('Lieu', PLACE);
    await browser.press('Faite');
    await browser.press('Présent·e');
    await shot('interview-1-form');
    await browser.press('Enregistrer');
    await browser.tap('main li a', PLACE);
    for (const [index, text] of POINTS.entries()) await browser.fill(`${index + 1}. `, text);
    await browser.press('Enregistrer');
    // The page moves as the button goes: what is pressed next lies still then.
    await browser.misses('Enregistrer');
    await signs(phone, coach, 'Signer');
    await signs(phone, member, `Faire signer ${member} ici`);
    await browser.sees('Signé des deux côtés');
    await shot('interview-3-signed');

    await browser.press('Compte rendu en PDF');
    const { text, info } = await readPdf(await browser.given(/^compte-rendu-.*\.pdf$/), `engines-report-${name}`);
    for (const said of [...POINTS, PLACE, `Signé par ${coach}`, `Signé par ${member}`]) {
      assert.ok(text.includes(said), `no “${said}” in ${text}`);
    }
    assert.match(info, /^Tagged: +yes$/m);

    await browser.reload();
    await browser.sees('Signé des deux côtés');
    for (const said of [...POINTS, `Signé par ${coach}`, `Signé par ${member}`]) await browser.sees(said);
    await browser.sees(/à envoyer · (coopérative injoignable|pas de réseau)/);
    await shot('interview-4-kept');
    await phone.signal();
    await browser.sees(/reçu par la coopérative le/);
    await shot('interview-5-sent');
  });

  test(`${name}: a half-day marked and signed without network is kept, and sent`, async (t) => {
    const phone = await joined(t, name, engine(), 'coach', ['shared', 'team']);
    const { browser, shot } = phone;

    await phone.silence();
    const [first = '', second = ''] = await openSheet(phone);
    for (const one of [first, second]) {
      await browser.tap('main li button', one);
      await browser.sees(new RegExp(`${one}\\s: présent·e`));
    }
    await shot('attendance-1-marked');
    await browser.tap(`[aria-label="Autre choix pour ${first}"]`);
    await browser.press('Signer');
    await browser.sees(/Je confirme avoir été présent·e à/);
    await drawn(phone, first, 'attendance-2-drawn');
    await shot('attendance-3-signed');

    await browser.reload();
    await browser.sees(/2 présences, 1 signature/);
    await browser.sees(/à envoyer · (coopérative injoignable|pas de réseau)/);
    await shot('attendance-4-kept');
    await phone.signal();
    await browser.sees(/2 présences, 1 signature/);
    await browser.misses('sur ce téléphone');
    await shot('attendance-5-sent');
  });
}

/**
 * A browser of somebody who was invited, with everything that they need without network.
 * @param {import('node:test').TestContext} t
 * @param {string} name
 * @param {import('./lib/webdriver.mjs').Engine} engine
 * @param {import('./lib/relay.mjs').Persona} persona
 * @param {string[]} parts Those of the app that come to them by themselves.
 */
async function joined(t, name, engine, persona, parts) {
  const relay = await startRelay();
  t.after(() => relay.close());
  const browser = await open(engine);
  t.after(() => browser.close());
  await browser.go(`${relay.url}/health`);
  await browser.script(`localStorage.setItem('besace:language', 'fr')`);
  await browser.go(relay.link(persona));
  await browser.press('Rejoindre');
  await browser.sees('Tout est envoyé', DOWNLOAD_MS_MAX);
  await browser.misses('Premier chargement', DOWNLOAD_MS_MAX);
  await browser.kept();
  const keeps = async () => {
    const kept = await keptParts(browser);
    return parts.every((part) => kept.includes(part));
  };
  await until(`${name} keeps the screens that are no part of the app itself`, keeps, { timeoutMs: MEET_MS_MAX });
  return {
    relay,
    browser,
    /** @param {string} step */
    shot: (step) => browser.shot(`${SHOTS}engines-${step}-${name}.png`),
    /** Stops the relay, and waits until the app says that nobody answers. */
    async silence() {
      await relay.stop();
      await browser.sees(/coopérative injoignable|pas de réseau/);
    },
    /** Starts it again, says so to the app as the system does, and waits until all is sent. */
    async signal() {
      await relay.start();
      await browser.script(`dispatchEvent(new Event('online'))`);
      await browser.sees('Tout est envoyé', MEET_MS_MAX);
    },
  };
}

/** How large the largest picture is that the page shows, once it is more than a small one. Runs in the page. */
function largest() {
  const sizes = [...document.images].map((one) => [one.naturalWidth, one.naturalHeight]);
  return sizes.find(([, height = 0]) => height > 240);
}

/**
 * On a session's page: reads, draws, confirms.
 * @param {Joined} phone
 * @param {string} who
 * @param {string} link
 */
async function signs(phone, who, link) {
  await phone.browser.press(link);
  await phone.browser.press(link === 'Signer' ? 'J’ai lu, je signe' : `Je suis ${who}, j’ai lu, je signe`);
  await drawn(phone, who, 'interview-2-drawn');
  await phone.browser.sees(`Signé par ${who}`);
}

/**
 * @param {Joined} phone
 * @param {string} who
 * @param {string} step
 */
async function drawn({ browser, shot }, who, step) {
  await browser.draw(`Cadre où ${who} dessine sa signature`);
  await shot(step);
  await browser.press('Confirmer');
  await browser.sees(`${who} a signé.`);
  await browser.press('Terminer');
}

/**
 * Opens the sheet of the first event ahead at which two people are expected of whom nothing is marked.
 * @param {Joined} phone
 * @returns {Promise<string[]>} Their names.
 */
async function openSheet({ browser }) {
  await browser.follow('/events');
  await browser.finds('main li a[href^="/events/"]');
  const paths = await browser.evaluate(() =>
    [...document.querySelectorAll('main li a[href^="/events/"]')].map((link) => link.getAttribute('href') ?? ''),
  );
  for (const path of paths) {
    await browser.follow(path.replace('/events/', '/attendance/'));
    await browser.sees('Feuille de présence');
    await browser.sees(/\d présences?/);
    const names = await browser.evaluate(() =>
      [...document.querySelectorAll('main li')].flatMap((row) => {
        const other = row.querySelector('[aria-label^="Autre choix pour "]')?.getAttribute('aria-label') ?? '';
        return other && row.textContent?.includes('à noter') ? [other.replace('Autre choix pour ', '')] : [];
      }),
    );
    if (names.length >= 2) return names;
  }
  throw new Error(`nobody is expected at any of ${paths.length} events`);
}
