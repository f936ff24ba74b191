/**
 * Who is at an event, marked on the spot: two phones of the team without network mark the same half-day, people sign on
 * both, and both make one sheet. It leaves as a PDF and as a table, and each member reads where they were.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { PHONE } from './lib/chromium.mjs';
import { misfits, resize } from './lib/layout.mjs';
import { keptParts } from './lib/parts.mjs';
import { readPdf } from './lib/pdf.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const VISITOR = 'Nadia Ferhat';
const FROM = 'Mairie de Valbonne';
/** After a while without relay phones ask once a minute, until a socket is tried again. */
const MEET_MS_MAX = 90_000;

test('two phones mark one sheet without network, people sign, and everybody reads the same', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, director, member] = await Promise.all([
    Phone.open('coach'),
    Phone.open('director'),
    Phone.open('entrepreneur'),
  ]);
  t.after(() => Promise.all([coach, director, member].map((phone) => phone.close())));
  const name = relay.nameOf('entrepreneur');

  let failed = false;
  /**
   * @param {string} what
   * @param {() => Promise<void>} act
   */
  const step = (what, act) =>
    t.test(what, { skip: failed && 'a step before failed' }, async () => {
      try {
        await act();
      } catch (error) {
        failed = true;
        await Promise.all([coach, director, member].map((phone) => phone.shot('attendance-failed')));
        throw error;
      }
    });

  /** @type {{ path: string, title: string }} */
  let event;
  /** @type {string[]} */
  let others = [];

  await step('both phones of the team have the sheet, with who has a seat', async () => {
    await Promise.all([
      coach.join(relay.link('coach')),
      director.join(relay.link('director')),
      member.join(relay.link('entrepreneur')),
    ]);
    event = await member.nextUnanswered();
    await member.answerEvent(event, 'Je viens');
    await member.page.getByText('Place confirmée').waitFor();
    for (const phone of [coach, director]) {
      await phone.openEvent(event);
      await phone.page.getByRole('link', { name: 'Feuille de présence' }).click();
      await phone.page.getByRole('heading', { level: 1, name: 'Feuille de présence' }).waitFor();
      await personOf(phone, name).waitFor();
    }
    assert.deepEqual(await people(coach), await people(director));
    others = (await people(coach)).filter((one) => one !== name);
    assert.ok(others.length >= 3, `few are expected: ${others}`);
    await until('what draws a sheet is kept', async () => (await keptParts(coach.page)).includes('pdf'));
    await relay.stop();
    await Promise.all([coach.sees(/injoignable/), director.sees(/injoignable/)]);
    await coach.shot('attendance-1-sheet');
  });

  await step('the coach marks people with one tap, and one of them signs', async () => {
    const [second = '', third = ''] = others;
    await present(coach, name);
    await present(coach, second);
    await coach.shot('attendance-2-marked');
    await signs(coach, name);
    // A mistake, taken back.
    await choose(coach, third, 'Absent·e');
    await says(coach, `${third} : absent·e`);
    await coach.page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
    await rowOf(coach, third).getByText('à noter').waitFor();
    await coach.page.getByRole('button', { name: 'Ajouter une personne' }).click();
    await clean(coach, 'adding somebody');
    await coach.shot('attendance-3-add');
    await coach.sheet.getByRole('button', { name: 'Une personne de l’extérieur' }).click();
    await coach.sheet.getByLabel('Nom').fill(VISITOR);
    await coach.sheet.getByLabel('Organisme').fill(FROM);
    await coach.sheet.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await rowOf(coach, VISITOR).getByText('Présent·e').waitFor();
  });

  await step('the director marks the same people and others, and has one sign', async () => {
    const [second = '', third = '', ...rest] = others;
    // Not seen by who held that phone: what the other one was told counts more.
    await choose(director, name, 'Absent·e');
    await rowOf(director, name).getByText('Absent·e').waitFor();
    await present(director, second);
    await present(director, third);
    await signs(director, third);
    await choose(director, rest.at(-1) ?? second, rest.length > 0 ? 'Excusé·e' : 'Présent·e');
    await director.page.getByRole('button', { name: /^Noter absent/ }).click();
    await says(director, /notée?s? absente/);
    assert.equal(await director.page.getByText('à noter', { exact: true }).count(), 0);
    await director.shot('attendance-4-director');
  });

  await step('both sheets are one, and nobody stands there twice', async () => {
    await relay.start();
    await Promise.all([coach.sees('Tout est envoyé'), director.sees('Tout est envoyé')]);
    const isOne = async () => {
      const [one, other] = await Promise.all([sheetOf(coach), sheetOf(director)]);
      return JSON.stringify(one) === JSON.stringify(other) && one.counts.endsWith(', 2 signatures');
    };
    await until('both phones say the same', isOne, { timeoutMs: MEET_MS_MAX });
    for (const phone of [coach, director]) await personOf(phone, VISITOR).waitFor();
    const { rows, counts } = await sheetOf(coach);
    assert.equal(new Set(rows).size, rows.length);
    assert.match(counts, /^4 présences, 2 signatures$/);
    for (const signed of [name, others[1] ?? '']) await rowOf(coach, signed).getByText('Présent·e, signé').waitFor();
    await coach.shot('attendance-5-merged');
  });

  await step('each screen is open to everybody, and fits every phone', async () => {
    const visitor = rowOf(coach, VISITOR);
    await clean(coach, 'the sheet');
    await visitor.getByRole('button', { name: /^Autre choix/ }).click();
    await coach.shot('attendance-6-choices');
    await clean(coach, 'what may be marked');
    await coach.sheet.getByRole('link', { name: 'Signer' }).click();
    await coach.page.getByText(/^Je confirme avoir été présent·e à/).waitFor();
    await clean(coach, 'signing');
    await coach.page.getByLabel(/tapez votre nom/).fill('nadia ferhat');
    await coach.page.getByRole('button', { name: 'Confirmer' }).click();
    await coach.page.getByText(`${VISITOR} a signé.`).waitFor();
    await coach.shot('attendance-8-signed');
    await clean(coach, 'signed');
    await coach.page.getByRole('button', { name: 'Terminer' }).click();
    await visitor.getByText('Présent·e, signé').waitFor();
    await coach.sees('Tout est envoyé');
  });

  await step('without network it leaves as a PDF and as a table', async () => {
    await relay.stop();
    await coach.sees(/injoignable/);
    const { text, info, tags } = await readPdf(await coach.given('Feuille signée en PDF'), 'attendance-sheet');
    for (const said of [event.title, name, ...others, VISITOR, FROM, 'Présent·e, sans signature', 'Absent·e']) {
      assert.ok(text.includes(said.replaceAll(/\s+/g, ' ')), `no “${said}” in ${text}`);
    }
    assert.equal(text.match(/signé le \d\d\/\d\d\/\d{4} à/g)?.length, 3);
    assert.match(text, /Fait le \d\d\/\d\d\/\d{4}/);
    assert.match(info, /^Tagged: +yes$/m);
    for (const tag of ['H1', 'TH', 'TD', 'Figure']) assert.match(tags, new RegExp(`^ *${tag}\\b`, 'm'));
    const table = (await coach.given('Exporter en CSV')).toString();
    assert.ok(table.startsWith('\ufeffÉvénement;Nom;Enseigne ou organisme;Rôle;Date;'), table.slice(0, 90));
    const lines = table.trim().split('\r\n');
    const line = lines.find((one) => one.includes(VISITOR)) ?? '';
    assert.match(line, new RegExp(`;${VISITOR};${FROM};Participe;\\d{4}-\\d\\d-\\d\\d;\\d\\d:\\d\\d;.*;Présent·e;oui;`));
  });

  await step('who was there reads it, and that it was signed, on their own phone', async () => {
    await relay.start();
    await member.sees('Tout est envoyé');
    await member.openEvent(event);
    const part = member.page.getByRole('region', { name: 'Votre présence' });
    await part.getByText('Présent·e').waitFor();
    await part.getByText(new RegExp(`signé le .+ · noté par ${relay.nameOf('coach')}`)).waitFor();
    await part.scrollIntoViewIfNeeded();
    await member.shot('attendance-9-member');
    assert.equal(await member.page.getByRole('link', { name: 'Feuille de présence' }).count(), 0);
    await member.openPlace('/events');
    await member.page.getByRole('button', { name: 'Passés' }).click();
    await member.page.getByRole('link', { name: 'Mes présences' }).click();
    await member.row(event.title).getByText('Présent·e').waitFor();
    await member.shot('attendance-10-mine');
  });

  for (const phone of [coach, director, member]) phone.isHealthy();
});

/** @param {Phone} phone @param {string} name */
const rowOf = (phone, name) =>
  phone.page.getByRole('listitem').filter({ has: phone.page.getByRole('button', { name: `Autre choix pour ${name}`, exact: true }) });

/** @param {Phone} phone @param {string} name */
const personOf = (phone, name) => rowOf(phone, name).getByRole('button').first();

/**
 * The names on a sheet, in its order.
 * @param {Phone} phone
 */
async function people({ page }) {
  const all = page.getByRole('button', { name: /^Autre choix pour / });
  const names = await all.evaluateAll((some) => some.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.map((one) => one.replace('Autre choix pour ', ''));
}

/**
 * What a sheet says of its half-day: how many, and each person with what is marked.
 * @param {Phone} phone
 */
async function sheetOf(phone) {
  const { page } = phone;
  const counts = await page.getByText(/^\d+ présences?, \d+ signatures?/).innerText();
  const rows = await Promise.all(
    (await people(phone)).map(async (name) => {
      const marks = rowOf(phone, name).locator('.chip');
      return `${name}: ${(await marks.allInnerTexts()).join()}`;
    }),
  );
  return { counts, rows };
}

/**
 * One tap.
 * @param {Phone} phone
 * @param {string} name
 */
async function present(phone, name) {
  await personOf(phone, name).click();
  await says(phone, `${name} : présent·e`);
  await rowOf(phone, name).getByText('Présent·e').waitFor();
}

/**
 * @param {Phone} phone
 * @param {string} name
 * @param {string} what
 */
async function choose(phone, name, what) {
  await rowOf(phone, name).getByRole('button', { name: /^Autre choix/ }).click();
  await phone.sheet.getByRole('radio', { name: what, exact: true }).press('Space');
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/**
 * Somebody signs on this phone, and gives it back.
 * @param {Phone} phone
 * @param {string} name
 */
async function signs(phone, name) {
  await rowOf(phone, name).getByRole('button', { name: /^Autre choix/ }).click();
  await phone.sheet.getByRole('link', { name: 'Signer' }).click();
  await phone.page.getByText(/^Je confirme avoir été présent·e à/).waitFor();
  await phone.draw(name);
  await phone.shot('attendance-7-sign');
  await phone.page.getByRole('button', { name: 'Confirmer' }).click();
  await phone.page.getByText(`${name} a signé.`).waitFor();
  await phone.page.getByRole('button', { name: 'Terminer' }).click();
  await rowOf(phone, name).getByText('Présent·e, signé').waitFor();
}

/**
 * @param {Phone} phone
 * @param {string | RegExp} words
 */
const says = (phone, words) => phone.page.getByRole('status').getByText(words).waitFor();

/**
 * Nothing shuts anybody out, on the narrowest phone with text twice as large.
 * @param {Phone} phone
 * @param {string} screen
 */
async function clean({ page }, screen) {
  assert.deepEqual(await graveFindings(page), [], screen);
  for (const [width, text] of /** @type {const} */ ([
    [260, 200],
    [320, 100],
  ])) {
    await resize(page, width, text);
    assert.deepEqual(await misfits(page), [], `${screen}, ${width} px wide, text at ${text} %`);
  }
  await resize(page, PHONE.width, 100);
}
