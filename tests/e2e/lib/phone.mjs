/** What a person does and sees on a phone, in the app's own French words. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { installed, openBrowser } from './chromium.mjs';

/** Both phones should agree within seconds; a busy machine may need longer before the test gives up. */
const MEET_MS_MAX = 30_000;
/** The first download of a whole demo cooperative. */
const DOWNLOAD_MS_MAX = 120_000;

/** What the line of sync may say. */
const SYNC_WORDS =
  /Tout est envoyé|à envoyer|en cours d’écriture|Pas encore de contact|Premier chargement|Envoi arrêté|Ouverture|Plus de place|refusé|brouillon/;

/** The same line, with nothing to send and a road to the relay. */
const IN_CONTACT = /Tout est envoyé(?!.*(injoignable|pas de réseau|connexion))/i;

/** @typedef {{ path: string, title: string }} Event */

export class Phone {
  /** @param {import('./chromium.mjs').Browser} browser */
  constructor(browser) {
    this.browser = browser;
    this.page = browser.page;
  }

  /**
   * @param {string} name
   * @param {import('./chromium.mjs').Options} [options]
   */
  static async open(name, options) {
    return new Phone(await openBrowser(name, options));
  }

  /**
   * Opens an invitation, joins, and waits until everything of this person's is here.
   * @param {string} link
   */
  async join(link) {
    await this.page.goto(link);
    await this.page.getByRole('button', { name: 'Rejoindre' }).click();
    await this.settled();
  }

  /** Everything of this person's is here, sent, and kept for use without network. */
  async settled() {
    await this.sees('Tout est envoyé', DOWNLOAD_MS_MAX);
    await this.page.getByText(/^Premier chargement/).waitFor({ state: 'detached', timeout: DOWNLOAD_MS_MAX });
    await installed(this.page);
  }

  /**
   * Joins by typing a code, as inside the installed app.
   * @param {string} url
   * @param {string} code
   */
  async joinByCode(url, code) {
    await this.page.goto(url);
    await this.page.getByLabel('Code d’invitation').fill(code);
    await this.page.getByRole('button', { name: 'Vérifier le code' }).click();
    await this.page.getByRole('button', { name: 'Rejoindre' }).click();
    await this.settled();
  }

  /** A code for another phone of the same person. */
  async inviteDevice() {
    await this.openOwn();
    await this.page.getByRole('link', { name: 'Mes appareils' }).click();
    await this.page.getByRole('button', { name: /Inviter|Ajouter/ }).click();
    return this.page.getByRole('main').locator('output').innerText();
  }

  /**
   * The next event that this person may still answer.
   * @returns {Promise<Event>}
   */
  async nextUnanswered() {
    await this.openPlace('/events');
    const rows = this.page.getByRole('listitem').filter({ hasText: 'Pas encore répondu' });
    await rows.first().waitFor();
    const paths = await rows.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const path of paths) {
      await this.openEvent({ path });
      if ((await this.page.getByRole('radio', { name: 'Je viens', exact: true }).count()) === 0) continue;
      const title = await this.page.getByRole('heading', { level: 1 }).innerText();
      await this.goTo('Aujourd’hui');
      return { path, title };
    }
    throw new Error(`${this.browser.name} finds no event to answer among ${paths.length}`);
  }

  /** @param {{ path: string }} event */
  async openEvent({ path }) {
    await this.openPlace('/events');
    await this.page.getByRole('main').locator(`a[href="${path}"]`).click();
    await this.page.getByRole('region', { name: 'Votre réponse' }).waitFor();
  }

  /**
   * Whether the page shows this text, in a field or outside.
   * @param {string} text
   */
  shows(text) {
    return this.page.evaluate((text) => {
      const fields = [...document.querySelectorAll('textarea, input')];
      const typed = fields.map((field) => /** @type {HTMLInputElement} */ (field).value);
      return document.body.innerText.includes(text) || typed.includes(text);
    }, text);
  }

  /** How sync goes, in words. */
  get syncLine() {
    return this.page.getByRole('link', { name: SYNC_WORDS }).filter({ visible: true }).first();
  }

  /**
   * Waits until the line of sync says so.
   * @param {string | RegExp} words
   */
  async sees(words, timeout = MEET_MS_MAX) {
    await this.page
      .getByRole('link', { name: words })
      .filter({ visible: true })
      .first()
      .waitFor({ timeout })
      .catch(async (error) => {
        const line = await this.page.locator('body').innerText();
        throw new Error(`${this.browser.name}: the line of sync does not say ${words}; the page says:\n${line}`, {
          cause: error,
        });
      });
  }

  /** There is signal again, and this phone noticed: nothing waits, here or at the relay. */
  async meets(timeout = MEET_MS_MAX) {
    await this.page.evaluate(() => dispatchEvent(new Event('online')));
    await this.sees(IN_CONTACT, timeout);
  }

  /** @param {string} origin */
  at(origin) {
    return (/** @type {string} */ path) => this.page.goto(origin + path);
  }

  /**
   * Follows a link inside the app, without starting it again.
   * @param {string} path
   */
  async follow(path) {
    await this.page.evaluate((path) => {
      const link = document.createElement('a');
      link.href = path;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    await this.page.waitForURL((url) => url.pathname === path);
  }

  /** The bar, or the rail of a desktop. */
  get bar() {
    return this.page.getByRole('navigation', { name: 'Navigation principale' });
  }

  /**
   * Goes to one of the places of the bar, which follow the role. A desktop names the cooperative below them.
   * @param {string} place
   */
  async goTo(place) {
    await this.bar.getByRole('link', { name: place }).first().click();
  }

  /**
   * Goes to a page by the bar where it is in it, else by what the cooperative lists.
   * @param {string} path
   */
  async openPlace(path) {
    const link = `a[href="${path}"]`;
    await this.bar.getByRole('link', { name: 'Coopérative' }).first().waitFor();
    if ((await this.bar.locator(link).count()) > 0) return this.bar.locator(link).click();
    await this.goTo('Coopérative');
    await this.page.getByRole('main').locator(link).click();
  }

  /** What is one's own, behind the avatar. */
  async openOwn() {
    await this.goTo('Aujourd’hui');
    await this.page.getByRole('main').getByRole('link', { name: 'Mon espace' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Mon espace' }).waitFor();
  }

  /**
   * Opens quick capture and takes one of its ways.
   * @param {RegExp} what
   */
  async note(what) {
    await this.page.getByRole('button', { name: 'Noter' }).click();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('link', { name: what }).or(sheet.getByRole('button', { name: what })).first().click();
  }

  /** The sheet that is open. */
  get sheet() {
    return this.page.getByRole('dialog').last();
  }

  /** Saves the open form, and waits until the app says that the disk has it. */
  async save() {
    await this.page.getByRole('button', { name: 'Enregistrer', exact: true }).last().click();
    await this.saved();
  }

  async saved() {
    await this.page.getByRole('status').getByText('Enregistré sur ce téléphone.').waitFor();
  }

  /** One's own expenses of this year. */
  async openExpenses() {
    await this.openPlace('/activity/me/now/journal');
    await this.page.getByRole('link', { name: 'Dépenses' }).click();
    await this.page.waitForURL('**/expenses');
  }

  /** @param {{ label: string, net: string, vat?: string }} expense */
  async addExpense({ label, net, vat = '' }) {
    await this.note(/^Dépense/);
    await this.fillExpense({ label, net, vat });
    await this.save();
  }

  /** @param {{ label: string, net: string, vat?: string }} expense */
  async fillExpense({ label, net, vat = '' }) {
    const cents = (/** @type {string} */ text) => Math.round(Number(text.replace(',', '.')) * 100);
    const gross = vat ? ((cents(net) + cents(vat)) / 100).toFixed(2).replace('.', ',') : net;
    await this.sheet.getByLabel('Montant TTC').fill(gross);
    if (vat) {
      await this.sheet.getByRole('radio', { name: 'Je connais le montant' }).check();
      await this.sheet.getByLabel('Montant de la TVA').fill(vat);
    }
    await this.sheet.getByLabel('Quoi').fill(label);
  }

  /**
   * Takes a picture of the receipt in the open form, and waits until it is kept.
   * @param {import('./picture.mjs').Picture} picture
   */
  async photograph(picture) {
    const tiles = this.sheet.getByRole('button', { name: /^Ouvrir : Justificatif/ });
    const before = await tiles.count();
    await this.sheet.getByLabel('Photographier le justificatif').setInputFiles(picture);
    await tiles.nth(before).waitFor();
  }

  /**
   * A coach's way to a member's sessions.
   * @param {string} member
   */
  async openMember(member) {
    await this.openPlace('/coaching');
    await this.page.getByLabel('Chercher une personne').fill(member);
    // What they ask is listed there too, on some days.
    const theirs = this.page.getByRole('listitem').getByRole('link', { name: member });
    await theirs.and(this.page.locator('[href$="/sessions"]')).click();
    await this.page.getByRole('heading', { level: 1, name: member }).waitFor();
  }

  /**
   * Logs a statutory session that was held today, with its eight points.
   * @param {string} member
   * @param {{ place: string, points: string[] }} session
   */
  async logSession(member, { place, points }) {
    await this.openMember(member);
    await this.page.getByRole('link', { name: 'Nouvelle séance' }).click();
    await this.sheet.getByLabel('Type').selectOption('Entretien légal');
    await this.sheet.getByRole('radio', { name: 'Sur place' }).check();
    await this.sheet.getByLabel('Lieu').fill(place);
    await this.sheet.getByRole('radio', { name: 'Faite' }).check();
    await this.sheet.getByRole('radio', { name: 'Présent·e' }).check();
    await this.save();
    await this.row(place).getByRole('link').click();
    for (const [index, text] of points.entries()) {
      await this.page.getByLabel(new RegExp(`^${index + 1}\\. `)).fill(text);
    }
    await this.save();
  }

  /**
   * On a session's page: reads it, hands the phone over if it is for somebody else, draws, confirms, and leaves.
   * @param {string} signer
   * @param {{ mine: boolean, step?: string }} options
   */
  async sign(signer, { mine, step }) {
    const shot = (/** @type {string} */ name) => (step ? this.shot(`${step}-${name}`) : undefined);
    await this.page.getByRole('link', { name: mine ? 'Signer' : `Faire signer ${signer} ici`, exact: true }).click();
    await this.page.getByRole('article', { name: 'Texte à signer' }).waitFor();
    await shot('1-read');
    if (!mine) await this.page.getByText(`Donnez le téléphone à ${signer}`).scrollIntoViewIfNeeded();
    if (!mine) await shot('2-hand-over');
    await this.page.getByRole('button', { name: mine ? 'J’ai lu, je signe' : `Je suis ${signer}, j’ai lu, je signe` }).click();
    await this.draw(signer);
    await shot('3-drawn');
    await this.page.getByRole('button', { name: 'Confirmer' }).click();
    await this.page.getByText(`${signer} a signé.`).waitFor();
    await shot('4-confirmed');
    await this.page.getByRole('button', { name: 'Terminer' }).click();
    await this.page.getByText(`Signé par ${signer}`).waitFor();
  }

  /**
   * Draws a signature with a finger.
   * @param {string} signer
   */
  async draw(signer) {
    const pad = this.page.getByRole('img', { name: `Cadre où ${signer} dessine sa signature` });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    assert.ok(box);
    const { mouse } = this.page;
    const at = (/** @type {number} */ x, /** @type {number} */ y) =>
      /** @type {const} */ ([box.x + box.width * x, box.y + box.height * y]);
    await mouse.move(...at(0.15, 0.6));
    await mouse.down();
    for (let step = 1; step <= 12; step++) await mouse.move(...at(0.15 + step * 0.055, step % 2 ? 0.25 : 0.75));
    await mouse.up();
  }

  /**
   * Answers an event.
   * @param {Event} event
   * @param {'Je viens' | 'Peut-être' | 'Je ne viens pas'} answer
   */
  async answerEvent(event, answer) {
    await this.openEvent(event);
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
    await this.page.getByRole('region', { name: 'Votre réponse' }).getByText(/sur ce téléphone|reçu/).first().waitFor();
  }

  /**
   * What a tap gives to keep.
   * @param {string} button
   */
  async given(button) {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button }).click();
    return readFile(await (await download).path());
  }

  /** The line of a list that says this. */
  row(/** @type {string | RegExp} */ words) {
    return this.page.getByRole('listitem').filter({ hasText: words }).first();
  }

  /**
   * Waits for a line of a list, in the state given.
   * @param {string | RegExp} words
   * @param {string | RegExp} state
   */
  async rowIs(words, state) {
    await this.row(words).filter({ hasText: state }).waitFor({ timeout: MEET_MS_MAX }).catch(async (error) => {
      const shown = await this.row(words).innerText({ timeout: 1 }).catch(() => 'not there');
      throw new Error(`${this.browser.name}: “${words}” is not ${state}: ${shown}`, { cause: error });
    });
  }

  /** @param {string} step */
  shot(step) {
    return this.browser.shot(step);
  }

  /** Nothing went wrong in this phone's pages. */
  isHealthy() {
    assert.deepEqual(this.browser.faults, [], `${this.browser.name}'s pages report faults`);
  }

  /** @param {{ keep?: boolean }} [options] */
  close(options) {
    return this.browser.close(options);
  }
}
