/**
 * Signing on site: a coach's phone without signal, handed over; a member's phone that did not know. Pictures at each
 * step.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptParts } from './lib/parts.mjs';
import { readPdf } from './lib/pdf.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const PLACE = 'Grange du Haut-Pré';
const POINTS = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}, vu sur place.`);
const LATE = 'Écrit dans le train, avant de savoir que c’était signé.';

test('what both signed stays, and words that came too late are an amendment', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const [coach, member] = await Promise.all([Phone.open('coach'), Phone.open('entrepreneur')]);
  t.after(() => Promise.all([coach.close(), member.close()]));
  const name = relay.nameOf('entrepreneur');
  const coachName = relay.nameOf('coach');

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
        await Promise.all([coach.shot('signing-failed'), member.shot('signing-failed')]);
        throw error;
      }
    });

  await step('both have the report', async () => {
    await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
    await coach.logSession(name, { place: PLACE, points: POINTS });
    await coach.sees('Tout est envoyé');
    await member.goTo('Accompagnement');
    await member.row(PLACE).getByRole('link').click();
    await member.page.getByText('8 points sur 8 remplis').waitFor();
    await until('what draws a report is kept', async () => (await keptParts(coach.page)).includes('pdf'));
    await relay.stop();
    await Promise.all([coach.sees(/injoignable/), member.sees(/injoignable/)]);
  });

  await step('unsaved words are not signed over', async () => {
    await coach.page.getByLabel('Plan d’action').fill('Pas encore enregistré');
    await coach.page.getByText('ne sont pas enregistrés').waitFor();
    assert.equal(await coach.page.getByRole('link', { name: 'Signer', exact: true }).count(), 0);
    await coach.save();
  });

  await step('the coach signs, then hands the phone over', async () => {
    await coach.sign(coachName, { mine: true });
    await coach.sign(name, { mine: false, step: 'signing' });
    await coach.page.getByText('Signé des deux côtés').waitFor();
    assert.equal(await coach.page.getByLabel(/^1\. /).count(), 0, 'nothing is edited any more');
    await coach.shot('signing-5-closed');
  });

  await step('the report leaves as a PDF, made without network, the same each time', async () => {
    const button = 'Compte rendu en PDF';
    const bytes = await coach.given(button);
    assert.ok(bytes.equals(await coach.given(button)), 'the same record gives the same bytes');
    const { text, info, tags, fonts } = await readPdf(bytes, 'signing-report');
    for (const said of [...POINTS, PLACE, name, coachName, `Signé par ${name}`, `Signé par ${coachName}`]) {
      assert.ok(text.includes(said), `no “${said}” in ${text}`);
    }
    assert.match(text, /Empreinte SHA-256 [0-9a-f]{64} /);
    assert.match(text, /Pas encore reçu par la coopérative/);
    assert.match(text, /page 1 sur \d/);
    assert.match(info, /^Title: +Entretien légal du .+$/m);
    assert.match(info, /^Tagged: +yes$/m);
    for (const tag of ['H1', 'H2', 'TH', 'Figure']) assert.match(tags, new RegExp(`^ *${tag}\\b`, 'm'));
    assert.equal(fonts.length, 2);
    for (const font of fonts) assert.match(font, /SourceSans3-\w+ .*\byes +yes +yes\b/);
    await coach.shot('signing-5-report');
  });

  await step('a phone whose system passes files on shares it; one that never had what draws it says so', async () => {
    await coach.page.evaluate(() => {
      /** @param {{ files: File[] }} given */
      const share = async ({ files }) => {
        document.body.dataset['shared'] = files.map(({ name, type }) => `${name} ${type}`).join();
      };
      Object.assign(navigator, { canShare: () => true, share });
    });
    await coach.page.getByRole('button', { name: 'Compte rendu en PDF' }).click();
    await coach.page.locator('body[data-shared]').waitFor();
    const shared = await coach.page.locator('body').getAttribute('data-shared');
    assert.match(shared ?? '', /^compte-rendu-\d{4}-\d\d-\d\d\.pdf application\/pdf$/);
    await member.page.getByRole('button', { name: 'Compte rendu en PDF' }).click();
    await member.page.getByText(/^Pas encore sur ce téléphone/).waitFor();
  });

  await step('the member writes without knowing', async () => {
    await member.page.getByLabel('Points abordés').fill(LATE);
    await member.save();
  });

  await step('the cooperative keeps what was signed, and the words become an amendment', async () => {
    // Closed meanwhile: the signatures are to arrive first.
    const { origin } = new URL(member.page.url());
    await member.page.goto('about:blank');
    await relay.start();
    await coach.sees('Tout est envoyé');
    await member.page.goto(origin);
    await member.page.getByRole('button', { name: 'C’est bien moi' }).first().waitFor({ timeout: 60_000 });
    await member.shot('signing-6-today');
    await member.page.goto(new URL('/more/refused', member.page.url()).href);
    await member.page.getByText('elle ne change plus').waitFor();
    await member.shot('signing-7-refused');
    await member.page.getByRole('button', { name: 'Rédiger un avenant' }).click();
    await member.page.getByText('Avenant à la séance du').waitFor();
    assert.equal(await member.page.getByLabel('Points abordés').inputValue(), LATE);
    await member.shot('signing-8-amendment');
  });

  await step('the member contests, and the coach is told', async () => {
    await member.goTo('Aujourd’hui');
    await member.page.getByRole('button', { name: 'Contester' }).first().click();
    await coach.goTo('Aujourd’hui');
    await coach.page.getByText('Signature contestée').first().waitFor({ timeout: 60_000 });
    await coach.shot('signing-9-contested');
  });

  coach.isHealthy();
  member.isHealthy();
});
