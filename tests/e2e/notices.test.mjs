/**
 * Being told while the app is closed. The browser's own push service cannot be had here, so pages are given addresses of
 * one of the test's own (`lib/push.mjs`); all else is real: leave, relay, encryption, service worker.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { focused, press, tabTo } from './lib/keyboard.mjs';
import { TEXT_SIZES, WIDTHS, misfits, resize } from './lib/layout.mjs';
import { startMailServer } from './lib/mail.mjs';
import { Phone } from './lib/phone.mjs';
import { deliver, shown, startPushService } from './lib/push.mjs';
import { startRelay } from './lib/relay.mjs';
import { open } from './lib/screens.mjs';
import { until } from './lib/wait.mjs';

const PAGE = '/more/notices';
const ALLOW = 'Me prévenir ici';
const STOP = 'Ne plus me prévenir';
const TOLD = 'Cet appareil vous prévient quand quelque chose vous attend.';
const AWAY = /^Cela se règle avec du réseau/;
const PLACE = 'Grange du Haut-Pré';
/** The relay waits for what else there is to tell, so that ten changes are one message. */
const TOLD_MS_MAX = 150_000;

/** @typedef {import('./lib/relay.mjs').Relay} Relay */
/** @typedef {import('./lib/push.mjs').PushService} PushService */
/** @typedef {Awaited<ReturnType<PushService['serve']>>} Reached */

/**
 * The next time that the relay is told what a device wants.
 * @param {Phone} phone
 * @returns {Promise<any>}
 */
async function toldNext({ browser }) {
  const request = await browser.context.waitForEvent('request', {
    predicate: (one) => one.method() === 'PUT' && one.url().endsWith('/notices/push'),
  });
  return request.postDataJSON();
}

/**
 * Looks at a screen in every size, light and dark.
 * @param {Phone} phone
 * @param {string} step
 */
async function looksGood(phone, step) {
  const { page } = phone;
  await page.locator('.toast').waitFor({ state: 'detached' });
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await graveFindings(page), [], `${step}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await phone.shot(`notices-${step}`);
  for (const width of WIDTHS) {
    for (const text of TEXT_SIZES) {
      await resize(page, width, text);
      assert.deepEqual(await misfits(page), [], `${step} at ${width} px, ${text} %`);
    }
  }
  await resize(page, 260, 200);
  await phone.shot(`notices-${step}-narrow`);
  await resize(page, 390, 100);
}

describe('a device that is told', () => {
  /** @type {PushService} */
  let pushes;
  /** @type {Relay} */
  let relay;
  /** @type {Phone} */
  let phone;
  /** @type {Reached} */
  let reached;

  before(async () => {
    pushes = await startPushService();
    relay = await startRelay({ settings: { BESACE_PUSH_HOSTS: pushes.origin } });
    phone = await Phone.open('told');
    reached = await pushes.serve(phone.browser.context);
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
    await pushes?.close();
  });

  const subject = (/** @type {string} */ name) => phone.page.getByRole('checkbox', { name });
  const says = (/** @type {string | RegExp} */ words) => phone.page.getByRole('status').getByText(words).waitFor();

  test('nothing is asked before a tap', async () => {
    await phone.openOwn();
    await phone.page.getByRole('link', { name: 'Être prévenu·e' }).click();
    await phone.page.getByRole('button', { name: ALLOW }).waitFor();
    assert.equal(reached.address, null);
    assert.notEqual(await phone.page.evaluate(() => Notification.permission), 'granted');
    await looksGood(phone, '1-off');
  });

  test('one tap, and it is told of everything, but at night', async () => {
    await phone.browser.context.grantPermissions(['notifications'], { origin: relay.url });
    await phone.page.reload();
    // By keyboard alone.
    await press(phone.page, ALLOW);
    await phone.page.getByText(TOLD).first().waitFor();
    assert.ok(reached.address);
    for (const name of ['Mon accompagnement', 'Mes comptes', 'Mes événements', 'Les votes']) {
      assert.ok(await subject(name).isChecked(), name);
    }
    assert.equal(await phone.page.getByLabel('Silence dès').inputValue(), '1260');
    assert.notEqual(await focused(phone.page), '', 'the focus stays near what was done');
    await looksGood(phone, '2-on');
  });

  test('what is chosen stands at the relay', async () => {
    await tabTo(phone.page, /^Mes comptes/);
    await phone.page.keyboard.press('Space');
    await phone.page.getByLabel('Jusqu’à').selectOption('8 h');
    await looksGood(phone, '3-chosen');
    const told = toldNext(phone);
    await press(phone.page, 'Enregistrer');
    await says('C’est noté.');
    const { concerns, quiet, lang } = await told;
    assert.deepEqual({ concerns, quiet, lang }, { concerns: ['coaching', 'events', 'votes'], quiet: { from: 1260, until: 480 }, lang: 'fr' });
    await phone.page.reload();
    await phone.page.getByText(TOLD).waitFor();
    assert.equal(await subject('Mes comptes').isChecked(), false);
    assert.equal(await phone.page.getByLabel('Jusqu’à').inputValue(), '480');
  });

  test('hours may be off, and no subject at all is no choice', async () => {
    await phone.page.getByRole('checkbox', { name: 'Rien à certaines heures' }).uncheck();
    assert.equal(await phone.page.getByLabel('Jusqu’à').count(), 0);
    for (const name of ['Mon accompagnement', 'Mes événements', 'Les votes']) await subject(name).uncheck();
    await phone.page.getByRole('button', { name: 'Enregistrer' }).click();
    await phone.page.getByText(/^Choisissez au moins un sujet/).waitFor();
    assert.match(await focused(phone.page), /^Mon accompagnement/);
    await looksGood(phone, '4-nothing');
    for (const name of ['Mon accompagnement', 'Mes comptes', 'Mes événements', 'Les votes']) await subject(name).check();
    const told = toldNext(phone);
    await phone.page.getByRole('button', { name: 'Enregistrer' }).click();
    assert.equal((await told).quiet, null);
    await phone.page.getByRole('button', { name: 'Enregistrer' }).waitFor({ state: 'detached' });
  });

  test('what is typed without network stays, and says that it is not done', async () => {
    await relay.stop();
    await phone.page.getByText(AWAY).waitFor();
    await subject('Les votes').uncheck();
    await phone.page.getByRole('button', { name: 'Enregistrer' }).click();
    await says(/^La coopérative ne répond pas/);
    await looksGood(phone, '5-away');
    await phone.page.reload();
    await phone.page.getByText(/^Cet appareil est inscrit/).waitFor();
    await phone.page.getByRole('button', { name: STOP }).waitFor();
    await looksGood(phone, '6-away-again');
    await relay.start();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.page.getByText(TOLD).waitFor();
    await subject('Les votes').and(phone.page.locator(':not(:checked)')).waitFor();
    await phone.page.getByRole('button', { name: 'Jeter le brouillon' }).click();
    await subject('Les votes').and(phone.page.locator(':checked')).waitFor();
  });

  test('another language, another address of its own: the relay is told at once, or at the next start', async () => {
    const inEnglish = toldNext(phone);
    await open(phone.page, `${relay.url}/more`);
    await phone.page.getByRole('radio', { name: 'English' }).press('Space');
    assert.equal((await inEnglish).lang, 'en');
    const inFrench = toldNext(phone);
    await phone.page.getByRole('radio', { name: 'Français' }).press('Space');
    assert.equal((await inFrench).lang, 'fr');
    await until('that is kept in mind', () => phone.page.evaluate(() => localStorage.getItem('besace:push')?.includes('"fr"')));
    reached.move();
    const moved = toldNext(phone);
    await phone.page.reload();
    assert.equal((await moved).endpoint, reached.address?.endpoint);
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('what its coach wrote while the app was closed comes encrypted, holds nothing of it, and is shown', async (t) => {
    await phone.page.goto('about:blank');
    const coach = await Phone.open('tells');
    t.after(() => coach.close());
    await coach.join(relay.link('coach'));
    await coach.logSession(relay.nameOf('entrepreneur'), { place: PLACE, points: ['Un secret entre nous.'] });
    await coach.sees('Tout est envoyé');
    const [text = ''] = await until('the message came', () => (reached.read().length > 0 ? reached.read() : null), { timeoutMs: TOLD_MS_MAX });
    const { web_push: version, notification } = JSON.parse(text);
    const { tag, lang, navigate, body } = notification;
    assert.deepEqual({ version, tag, lang, navigate }, { version: 8030, tag: 'coaching', lang: 'fr', navigate: `${relay.url}/` });
    for (const secret of [PLACE, 'secret', relay.nameOf('coach'), relay.nameOf('entrepreneur')]) assert.ok(!text.includes(secret), secret);
    const [headers] = reached.headers();
    assert.equal(headers?.['content-encoding'], 'aes128gcm');
    assert.match(headers?.['authorization'] ?? '', /^vapid /);

    await phone.page.goto(relay.url);
    await deliver(phone.page, text);
    const [notice] = await until('it is shown', async () => {
      const all = await shown(phone.page);
      return all.length > 0 ? all : null;
    });
    assert.deepEqual(notice, { title: 'Besace', body, lang: 'fr', tag: 'coaching', data: `${relay.url}/` });
  });

  test('whatever else a push service hands over is shown as a message of no content', async () => {
    const bad = JSON.stringify({ web_push: 8030, notification: { body: 'x'.repeat(2000), tag: 'bad', navigate: 'https://evil.example/' } });
    for (const [text, body] of [
      ['{', 'Du nouveau vous attend.'],
      ['{"web_push":8030,"notification":null}', 'Du nouveau vous attend.'],
      [bad, 'x'.repeat(240)],
    ]) {
      await deliver(phone.page, text ?? '');
      await until(`it is shown for ${text?.slice(0, 20)}`, async () => (await shown(phone.page)).some((one) => one.body === body));
    }
    const all = await shown(phone.page);
    for (const { data } of all) assert.equal(data, `${relay.url}/`);
  });

  test('a tap on it brings the open app to the front, and opens it where there is none', async () => {
    const [worker] = phone.browser.context.serviceWorkers();
    assert.ok(worker, 'the service worker is awake');
    // No finger reaches a notification here: the event is made, and what it would do is looked at.
    const tapped = () =>
      worker.evaluate(async () => {
        const scope = /** @type {any} */ (globalThis);
        /** @type {string[]} */
        const done = [];
        scope.WindowClient.prototype.focus = async () => void done.push('focus');
        scope.Clients.prototype.openWindow = async (/** @type {string} */ address) => void done.push(address);
        const [notification] = await scope.registration.getNotifications();
        const event = new scope.NotificationEvent('notificationclick', { notification });
        /** @type {Promise<unknown>[]} */
        const waits = [];
        event.waitUntil = (/** @type {Promise<unknown>} */ one) => void waits.push(one);
        scope.dispatchEvent(event);
        await Promise.all(waits);
        return done;
      });
    assert.deepEqual(await tapped(), ['focus']);
    await phone.page.goto('about:blank');
    await until('no page is open', () => worker.evaluate(async () => (await /** @type {any} */ (globalThis).clients.matchAll()).length === 0));
    assert.deepEqual(await tapped(), [`${relay.url}/`]);
  });

  test('one tap ends it, without network too, and the relay learns of it later', async () => {
    await open(phone.page, relay.url + PAGE);
    await phone.page.getByText(TOLD).waitFor();
    await relay.stop();
    await phone.page.getByText(AWAY).waitFor();
    await press(phone.page, STOP);
    await phone.page.getByText(/^Cet appareil n’affichera plus rien/).first().waitFor();
    assert.equal(reached.address, null);
    await phone.page.reload();
    await phone.page.getByText(/^Cet appareil n’affichera plus rien/).waitFor();
    assert.deepEqual(await shown(phone.page), []);
    await looksGood(phone, '7-stopped-away');
    const told = phone.browser.context.waitForEvent('request', (one) => one.method() === 'DELETE' && one.url().endsWith('/notices/push'));
    await relay.start();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await told;
    await phone.page.getByRole('button', { name: ALLOW }).click();
    await phone.page.getByText(TOLD).first().waitFor();
    await phone.page.getByRole('button', { name: STOP }).click();
    await phone.page.getByRole('button', { name: ALLOW }).waitFor();
    assert.equal(reached.address, null);
  });

  test('nobody is told on a phone that the app is removed from', async () => {
    await phone.page.getByRole('button', { name: ALLOW }).click();
    await phone.page.getByText(TOLD).first().waitFor();
    assert.ok(reached.address);
    await open(phone.page, `${relay.url}/more/devices`);
    await phone.page.getByRole('button', { name: 'Retirer Besace de ce téléphone' }).click();
    await phone.page.getByRole('button', { name: 'Effacer de ce téléphone' }).click();
    await phone.page.getByRole('button', { name: 'Vérifier le code' }).waitFor();
    await until('its address is given up', () => reached.address === null);
    assert.equal(await phone.page.evaluate(() => localStorage.getItem('besace:push')), null);
    phone.isHealthy();
  });
});

describe('a browser that cannot be told says so', () => {
  /** @type {Relay} */
  let relay;
  /** @type {Phone} */
  let phone;
  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('untold');
    await phone.page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('push service error', 'AbortError'));
      const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
      /** @type {Record<string, () => unknown>} */
      const lacks = {
        service: () => Reflect.deleteProperty(globalThis, 'PushManager'),
        leave: () => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }),
        home: () => Object.defineProperty(navigator, 'userAgent', { get: () => iPhone }),
        answer: () => Object.assign(PushManager.prototype, { subscribe: refuse }),
      };
      lacks[sessionStorage.getItem('lack') ?? '']?.();
    });
    await phone.join(relay.link('finance'));
    await phone.browser.context.grantPermissions(['notifications'], { origin: relay.url });
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  for (const [lack, words] of /** @type {const} */ ([
    ['service', /ne sait pas recevoir de messages/],
    ['leave', /refuse les messages de Besace/],
    ['home', /^Sur iPhone et iPad, ajoutez d’abord Besace à l’écran d’accueil/],
    ['answer', null],
  ])) {
    test(`for want of ${lack}`, async () => {
      const { page } = phone;
      await page.evaluate((lack) => sessionStorage.setItem('lack', lack), lack);
      await open(page, relay.url + PAGE);
      if (words) await page.getByText(words).waitFor();
      else {
        await page.getByRole('button', { name: ALLOW }).click();
        await page.getByRole('status').getByText(/service de messages de ce navigateur ne répond pas/).waitFor();
      }
      assert.equal(await page.getByRole('button', { name: ALLOW }).count(), words ? 0 : 1);
      assert.equal(await page.getByRole('button', { name: STOP }).count(), 0);
      await looksGood(phone, `8-no-${lack}`);
      phone.isHealthy();
    });
  }
});

describe('the weekly mail', () => {
  /** @type {Awaited<ReturnType<typeof startMailServer>>} */
  let server;
  /** @type {Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    server = await startMailServer();
    relay = await startRelay({
      settings: { BESACE_SMTP_URL: `smtp://127.0.0.1:${server.port}`, BESACE_MAIL_FROM: 'besace@coop.example' },
    });
    phone = await Phone.open('mailed');
    await phone.join(relay.link('entrepreneur'));
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
    await server?.close();
  });

  test('an address is typed, kept without network, and asked to confirm', async () => {
    const { page } = phone;
    await open(page, relay.url + PAGE);
    const field = page.getByLabel('Mon adresse');
    await field.fill('camille');
    await page.getByRole('button', { name: 'Recevoir ce courriel' }).click();
    await page.getByText('Ce n’est pas une adresse de courriel.').waitFor();
    await field.fill('camille@example.org');
    await looksGood(phone, '9-mail');
    await relay.stop();
    await page.getByText(AWAY).waitFor();
    await page.getByRole('button', { name: 'Recevoir ce courriel' }).click();
    await page.getByRole('status').getByText(/^La coopérative ne répond pas/).waitFor();
    await relay.start();
    await page.reload();
    await field.and(page.locator(':enabled')).waitFor();
    assert.equal(await field.inputValue(), 'camille@example.org');
    await page.getByRole('button', { name: 'Recevoir ce courriel' }).click();
    await page.getByText('À confirmer', { exact: true }).waitFor();
    await looksGood(phone, '9-mail-to-confirm');
  });

  test('its link opens the relay’s own page in the browser that has the app, and confirms', async () => {
    const { page } = phone;
    const mail = await until('the mail came', () => server.mails[0]);
    assert.deepEqual(mail.to, ['camille@example.org']);
    const [link] = mail.text.match(/https?:\/\/\S+\/mail\/[\w-]+/) ?? [];
    assert.ok(link, mail.text);
    const tab = await phone.browser.context.newPage();
    await tab.goto(link);
    await tab.getByRole('button').first().click();
    await tab.waitForLoadState();
    await tab.close();
    await page.reload();
    await page.getByText('Confirmée').waitFor();
    await looksGood(phone, '9-mail-confirmed');
  });

  test('one tap ends it', async () => {
    await press(phone.page, 'Ne plus recevoir ce courriel');
    await phone.page.getByLabel('Mon adresse').waitFor();
    assert.equal(await phone.page.getByLabel('Mon adresse').inputValue(), '');
    phone.isHealthy();
  });
});
