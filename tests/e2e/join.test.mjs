/** Invitations: found in whatever was pasted, looked at before they are spent, answered where somebody is signed in. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

const NEVER = '7ABCDE-FGHJK-MNPQR-STVWX-YZ012';

/** @param {Phone} phone @param {string} words */
const text = (phone, words) => phone.page.getByText(words).first().waitFor();

describe('an invitation', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  /** @param {Phone} phone @param {string} text */
  async function check(phone, text) {
    await phone.page.getByLabel('Code d’invitation').fill(text);
    await phone.page.getByRole('button', { name: 'Vérifier le code' }).click();
  }

  test('is found in a whole message, says whom it is for, and is not spent by being looked at', async (t) => {
    const phone = await Phone.open('newcomer');
    t.after(() => phone.close());
    await phone.page.goto(relay.url);
    await check(phone, 'bonjour');
    await text(phone, 'Aucun code là-dedans');
    await check(phone, NEVER);
    await text(phone, 'mal tapé');
    assert.equal(await phone.page.getByLabel('Code d’invitation').inputValue(), NEVER);
    const link = relay.link('entrepreneur').replaceAll('-', '\u2011');
    for (let time = 0; time < 2; time++) {
      await phone.page.goto('about:blank');
      await phone.page.goto(relay.url);
      const other = phone.page.getByRole('button', { name: 'Taper un autre code' });
      await other.or(phone.page.getByLabel('Code d’invitation')).first().waitFor();
      if (await other.count()) await other.click();
      await check(phone, `Bonjour, votre lien : ${link}\u200b !`);
      await text(phone, `${relay.nameOf('entrepreneur')}, `);
    }
    await phone.page.getByRole('button', { name: 'Rejoindre' }).click();
    await phone.settled();

    const late = await Phone.open('late');
    t.after(() => late.close());
    await late.page.goto(relay.link('entrepreneur'));
    await text(late, 'déjà été utilisée');
    assert.equal(new URL(late.page.url()).hash, '', 'the secret left the address');
  });

  test('opened where somebody is signed in asks, and leaves the address', async (t) => {
    const phone = await Phone.open('signed-in');
    t.after(() => phone.close());
    await phone.join(relay.link('coach'));
    await phone.page.goto(relay.link('finance'));
    await text(phone, 'Une invitation est ouverte');
    await text(phone, `Cette invitation est pour ${relay.nameOf('finance')}`);
    assert.equal(new URL(phone.page.url()).hash, '');
    await phone.page.getByRole('button', { name: 'Fermer' }).last().click();
    await phone.page.reload();
    await phone.sees('Tout est envoyé');
    assert.equal(await phone.page.getByText('Une invitation est ouverte').count(), 0);
    phone.isHealthy();
  });
});
