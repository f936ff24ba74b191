/** Places follow the role: five roles meet theirs, none is dead, and who has several roles changes with one tap. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** What is left of ＋ and what is right of it, beside the two that everybody has. */
const PLACES = /** @type {const} */ ({
  entrepreneur: ['Mon activité', 'Accompagnement'],
  coach: ['Mes membres', 'Événements'],
  finance: ['À traiter', 'Membres'],
  comms: ['Rédaction', 'Événements'],
  director: ['Pilotage', 'Membres'],
});

/** @typedef {keyof typeof PLACES} Role */

/**
 * The words of the bar, in their order.
 * @param {Phone} phone
 */
async function words(phone) {
  await phone.bar.getByRole('link').first().waitFor();
  return phone.bar.locator('.word').allInnerTexts();
}

describe('the bar', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  /** @param {Role} role */
  async function linkOf(role) {
    if (role !== 'comms') return relay.link(role);
    const [link] = (await relay.order('add-member', 'Éloïse Tanguy', '--role', role, '--invite')).match(/https?:\S+/) ?? [];
    assert.ok(link, 'no link for comms');
    return link;
  }

  for (const [role, [left, right]] of Object.entries(PLACES)) {
    test(`of ${role} has their places, and none is dead`, async (t) => {
      const phone = await Phone.open(`places-${role}`);
      t.after(() => phone.close());
      await phone.join(await linkOf(/** @type {Role} */ (role)));
      const bar = await words(phone);
      assert.deepEqual(
        bar,
        ['Aujourd’hui', left, 'Noter', right, 'Coopérative'],
        'two places on each side of what captures',
      );
      for (const word of bar.filter((word) => word !== 'Noter')) {
        await phone.goTo(word);
        await phone.bar.locator('a[aria-current=page]').filter({ hasText: word }).waitFor();
        await phone.page.getByRole('heading', { level: 1 }).waitFor();
        await phone.page.getByRole('main').getByRole('link', { name: 'Mon espace' }).waitFor();
        assert.equal(await phone.page.getByRole('link', { name: 'Retour', exact: true }).count(), 0, `${word} is a place of the bar`);
        await phone.shot(`places-${role}-${bar.indexOf(word)}`);
      }
      await phone.page.getByRole('button', { name: 'Noter' }).click();
      const offered = await phone.sheet.getByRole('listitem').count();
      assert.ok(offered >= 3 && offered <= 6, `${offered} things to capture`);
      phone.isHealthy();
    });
  }

  test('leads to every page of the cooperative, and each leads back', async (t) => {
    const phone = await Phone.open('coop');
    t.after(() => phone.close());
    await phone.join(await relay.invite(relay.nameOf('finance')));
    await phone.goTo('Coopérative');
    const links = phone.page.getByRole('main').getByRole('listitem').getByRole('link');
    await links.first().waitFor();
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(paths.includes('/events') && paths.includes('/more/board') && paths.includes('/more/members'), String(paths));
    for (const path of paths) {
      await phone.page.getByRole('main').locator(`a[href="${path}"]`).click();
      await phone.page.waitForURL((url) => url.pathname === path);
      await phone.goTo('Coopérative');
      await phone.page.getByRole('heading', { level: 1, name: 'Coopérative' }).waitFor();
    }
    phone.isHealthy();
  });
});

test('a director who also coaches changes with one tap, and finds the same after a reload', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  await relay.order('set-roles', relay.nameOf('director'), 'director', 'coach');
  const phone = await Phone.open('two-roles');
  t.after(() => phone.close());
  await phone.join(relay.link('director'));
  const role = (/** @type {string} */ name) => phone.page.getByRole('radio', { name });
  assert.equal(await role('Direction').isChecked(), true);
  assert.equal((await words(phone))[3], 'Membres');

  await role('Accompagnateur·rice').check({ force: true });
  await phone.bar.getByRole('link', { name: 'Mes membres' }).waitFor();
  assert.deepEqual(await words(phone), ['Aujourd’hui', 'Mes membres', 'Noter', 'Événements', 'Coopérative']);
  await phone.shot('two-roles');
  await phone.page.reload();
  await phone.bar.getByRole('link', { name: 'Mes membres' }).waitFor();
  assert.equal(await role('Accompagnateur·rice').isChecked(), true);

  // A desktop's rail has the same places, and oneself at its foot.
  await phone.page.setViewportSize({ width: 1280, height: 860 });
  assert.deepEqual(await words(phone), ['Aujourd’hui', 'Mes membres', 'Noter', 'Événements', 'Coopérative']);
  await phone.bar.getByRole('link', { name: /^Mon espace/ }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Mon espace' }).waitFor();
  await phone.shot('two-roles-desktop');
  await phone.page.setViewportSize({ width: 390, height: 844 });

  // The work of the other role is still theirs.
  await phone.goTo('Coopérative');
  await phone.page.getByRole('main').getByRole('link', { name: 'Membres et invitations' }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Membres et invitations' }).waitFor();
  await phone.page.getByRole('link', { name: 'Retour', exact: true }).click();
  await phone.page.getByRole('heading', { level: 1, name: 'Coopérative' }).waitFor();
  phone.isHealthy();
});
