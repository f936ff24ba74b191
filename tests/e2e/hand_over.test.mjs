/**
 * Two phones in a barn, no network at all: the coach logs an interview, the entrepreneur's phone films it off the
 * screen, signs it, and shows it back. Later one of them meets the relay.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptParts } from './lib/parts.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const PLACE = 'Grange du Haut-Pré';
const POINTS = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}, vu sur place avec elle, au fond de la grange.`);
/** A fake camera shows thirty pictures a second: each code stays for as long as on a phone's screen. */
const PICTURES_PER_CODE = 4;
/** All codes are shown once within seconds. */
const ROUND_MS_MAX = 30_000;
const READ_MS_MAX = 60_000;
const HAND_OVER = 'Passer à un autre téléphone';
const RECEIVE = 'Recevoir d’un téléphone';

/** @typedef {{ phone: Phone, camera: string }} Handset */

/**
 * Every code that a phone shows, as pictures that a camera takes of its screen.
 * @param {Phone} phone
 */
async function filmed({ page, browser }) {
  const note = page.getByText(/\d+ codes? qui se suivent/);
  const [, total = ''] = (await note.innerText()).match(/(\d+) codes?/) ?? [];
  const codes = new Set();
  await until(
    'all codes were shown',
    async () => {
      codes.add(await page.getByRole('img', { name: 'Codes QR' }).evaluate((svg) => svg.outerHTML));
      return codes.size === Number(total);
    },
    { timeoutMs: ROUND_MS_MAX, everyMs: 20 },
  );
  const wall = await browser.context.newPage();
  await wall.setViewportSize({ width: 640, height: 480 });
  const pictures = [];
  for (const code of codes) {
    // As a hand holds it: not quite straight, on a dark screen, not filling the picture.
    await wall.setContent(
      `<body style="margin:0;background:#333;display:grid;place-items:center;height:100vh">
        <div style="width:400px;rotate:3deg;filter:blur(.4px)">${code.replace('<svg', '<svg style="width:100%"')}</div>`,
    );
    pictures.push(await wall.screenshot({ type: 'jpeg', quality: 80, scale: 'css' }));
  }
  await wall.close();
  return pictures;
}

/**
 * One phone shows what it has, the other films it.
 * @param {Handset} from
 * @param {Handset} to
 * @param {string} step
 */
async function handOver(from, to, step) {
  await from.phone.page.getByRole('button', { name: HAND_OVER }).click();
  await from.phone.page.getByRole('img', { name: 'Codes QR' }).waitFor();
  await from.phone.shot(`${step}-shows`);
  const pictures = await filmed(from.phone);
  await writeFile(to.camera, Buffer.concat(pictures.flatMap((one) => Array(PICTURES_PER_CODE).fill(one))));
  await to.phone.openOwn();
  await to.phone.page.getByRole('link', { name: RECEIVE }).click();
  await to.phone.shot(`${step}-before`);
  await to.phone.page.getByRole('button', { name: 'Ouvrir la caméra' }).click();
  const progress = to.phone.page.getByText(/\d+ codes? lus? sur \d+|saisies? reçues? de/).first();
  await progress.waitFor({ timeout: READ_MS_MAX });
  await to.phone.shot(`${step}-films`);
  await to.phone.page.getByText(/saisies? reçues? de/).waitFor({ timeout: READ_MS_MAX });
  await to.phone.shot(`${step}-received`);
  await from.phone.page.keyboard.press('Escape');
}

test('an interview goes from phone to phone and back, and both signatures stand', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const folder = await mkdtemp(join(tmpdir(), 'besace-camera-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  /** @param {string} name */
  const open = async (name) => {
    const camera = join(folder, `${name}.mjpeg`);
    return { phone: await Phone.open(name, { camera }), camera };
  };
  const [ofCoach, ofMember] = await Promise.all([open('coach'), open('entrepreneur')]);
  const [coach, member] = [ofCoach.phone, ofMember.phone];
  t.after(() => Promise.all([coach.close(), member.close()]));
  const [coachName, memberName] = [relay.nameOf('coach'), relay.nameOf('entrepreneur')];

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
        await Promise.all([coach.shot('hand-over-failed'), member.shot('hand-over-failed')]);
        throw error;
      }
    });

  await step('both phones are up to date, and lose the network', async () => {
    await Promise.all([coach.join(relay.link('coach')), member.join(relay.link('entrepreneur'))]);
    for (const { page } of [coach, member]) {
      await until('what hands over is kept', async () => (await keptParts(page)).includes('hand_over'));
    }
    await relay.stop();
    await Promise.all([coach.sees(/injoignable/), member.sees(/injoignable/)]);
  });

  await step('the coach logs the interview, and the other phone films it', async () => {
    await coach.logSession(memberName, { place: PLACE, points: POINTS });
    await handOver(ofCoach, ofMember, 'hand-over-1');
  });

  await step('it is read there, with whose it is, and signed there', async () => {
    await member.row(`par ${coachName}`).getByRole('link').click();
    await member.page.getByText(`par ${coachName}, sans réseau`).first().waitFor();
    await member.page.getByText(PLACE).first().waitFor();
    assert.ok(await member.shows(/** @type {string} */ (POINTS[7])));
    await member.shot('hand-over-2-read');
    await member.sign(memberName, { mine: true });
    await member.shot('hand-over-2-signed');
  });

  await step('it is shown back: the coach has the signature, and signs', async () => {
    await handOver(ofMember, ofCoach, 'hand-over-3');
    await coach.row(`par ${memberName}`).getByRole('link').click();
    await coach.page.getByText(`Signé par ${memberName}`).waitFor();
    await coach.sign(coachName, { mine: true });
    await coach.page.getByText('Signé des deux côtés').waitFor();
    await coach.shot('hand-over-4-both');
  });

  await step('filming the same again does nothing', async () => {
    await coach.openOwn();
    await coach.page.getByRole('link', { name: RECEIVE }).click();
    await coach.page.getByRole('button', { name: 'Ouvrir la caméra' }).click();
    await coach.page.getByText('Ce téléphone avait déjà tout cela.').waitFor({ timeout: READ_MS_MAX });
    await coach.shot('hand-over-5-again');
  });

  await step('a file takes the place of the camera, and what is none or not whole is refused with words', async () => {
    await member.page.getByRole('button', { name: HAND_OVER }).click();
    const file = await member.given('Envoyer comme fichier');
    await member.page.keyboard.press('Escape');
    const chosen = coach.page.getByLabel('Choisir un fichier');
    const says = (/** @type {RegExp} */ words) => coach.page.getByRole('status').getByText(words).waitFor();
    const give = (/** @type {Buffer} */ buffer) =>
      chosen.setInputFiles({ name: 'besace-a-recevoir.txt', mimeType: 'text/plain', buffer });
    await give(Buffer.from('Bonjour'));
    await says(/n’est pas un envoi entre téléphones/);
    // Half of it; what each changed byte is called stands with the replica.
    await give(file.subarray(0, 2 * Math.floor(file.length / 4)));
    await says(/n’est pas entier, ou a été modifié/);
    await coach.shot('hand-over-6-half');
    await give(file);
    await says(/avait déjà tout cela/);
  });

  await step('a camera that is refused is said, and nothing keeps it open', async () => {
    await coach.page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.assign(navigator.mediaDevices, { getUserMedia: refuse });
    });
    await coach.page.getByRole('button', { name: 'Ouvrir la caméra' }).click();
    await coach.page.getByText('La caméra est refusée').waitFor();
    await coach.shot('hand-over-6-no-camera');
    await coach.page.getByRole('button', { name: 'Fermer la caméra' }).click();
    await coach.page.getByRole('button', { name: 'Ouvrir la caméra' }).waitFor();
  });

  await step('one of them meets the relay: both signatures stand, and nothing is left to send', async () => {
    await member.browser.context.setOffline(true);
    await relay.start();
    await coach.page.evaluate(() => dispatchEvent(new Event('online')));
    await coach.sees('Tout est envoyé');
    await coach.page.getByText('Reçu sans réseau').waitFor({ state: 'detached' });
    await member.browser.context.setOffline(false);
    await member.page.evaluate(() => dispatchEvent(new Event('online')));
    await member.sees('Tout est envoyé');
    await member.page.getByText('Signé des deux côtés').waitFor();
    await member.page.getByText('sans réseau').waitFor({ state: 'detached' });
    await member.shot('hand-over-7-stands');
    coach.isHealthy();
    member.isHealthy();
  });
});
