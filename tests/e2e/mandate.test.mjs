/**
 * Partenariats: a member with a mandate for one partner keeps it up to date without network, reads that one alone, and
 * reads it no more when the mandate is taken back.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MEET_MS_MAX, OFFLINE, joined, look, lookAtBoth, signal, silence, stepsOf } from './lib/duties.mjs';
import { keptParts } from './lib/parts.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

const CARDS = '/more/network';
const NOTE = 'La salle du bas est libre le jeudi, clés à l’accueil.';
const BRINGS = 'Une salle le jeudi, et un mot dans le bulletin.';
/** What is written while the mandate is taken back. */
const LATE = 'Le jeudi passe au vendredi.';
const ASKED = 'Envoyer nos dates';

/** @param {import('./lib/phone.mjs').Phone} phone */
const mandated = ({ page }) => page.getByRole('region', { name: 'Membres qui ont mandat' });

/** @param {import('./lib/phone.mjs').Phone} phone */
const mine = ({ page }) => page.getByRole('region', { name: 'Pour lesquels j’ai mandat' });

/** @param {import('./lib/phone.mjs').Phone} phone */
const done = ({ page }) => page.getByRole('region', { name: 'Échanges' });

describe('partenariats : un mandat', () => {
  test('a member keeps the partner they have a mandate for without network, and no other', async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const name = relay.nameOf('entrepreneur');
    const director = await joined(t, 'director', relay.link('director'), { parts: ['shared', 'team'] });
    const member = await joined(t, 'member', relay.link('entrepreneur'));
    const another = (await relay.namesOf('entrepreneur')).find((one) => one !== name);
    assert.ok(another);
    const other = await joined(t, 'other', await relay.invite(another));
    const step = stepsOf(t, 'partner', () => [director, member, other]);
    /** What the partner is called, and where it is read. */
    let partner = '';
    let path = '';

    await step('a director gives it, which takes network', async () => {
      await director.openPlace('/more/partners');
      // One that everybody is shown: its row says so, that of an agreement that ends does not.
      await director.row('Présenté à tous').getByRole('link').click();
      await mandated(director).waitFor();
      partner = await director.page.getByRole('heading', { level: 1 }).innerText();
      path = new URL(director.page.url()).pathname;
      await silence(relay, director, member, other);
      await mandated(director).getByLabel('Membre').selectOption(name);
      const give = mandated(director).getByRole('button', { name: 'Confier' });
      await give.click();
      await director.page.getByText('Rien n’est changé').waitFor();
      assert.equal(await mandated(director).getByRole('listitem').count(), 0);
      await signal(relay, director, member, other);
      await director.sees('Tout est envoyé', MEET_MS_MAX);
      await mandated(director).scrollIntoViewIfNeeded();
      await lookAtBoth(director, 'partner-1-give');
      await give.click();
      await mandated(director).getByRole('listitem').filter({ hasText: name }).waitFor();
      await mandated(director).scrollIntoViewIfNeeded();
      await lookAtBoth(director, 'partner-2-given');
    });

    await step('the member finds it among the partners, and their phone gets ready for it', async () => {
      await member.openPlace(CARDS);
      const row = mine(member).getByRole('listitem');
      await row.filter({ hasText: partner }).waitFor({ timeout: MEET_MS_MAX });
      assert.equal(await row.count(), 1);
      await lookAtBoth(member, 'partner-3-mine');
      await until('the screens of a partner are kept', async () => (await keptParts(member.page)).includes('team'));
    });

    await step('without network they log a visit and say what the partner brings', async () => {
      await silence(relay, director, member, other);
      await mine(member).getByRole('link', { name: partner }).click();
      await done(member).waitFor();
      assert.equal(await mandated(member).getByRole('button').count(), 0, 'a director takes it back');
      await lookAtBoth(member, 'partner-4-partner');
      await done(member).getByRole('link', { name: 'Noter un échange' }).click();
      await member.sheet.getByRole('radio', { name: 'Visite' }).check({ force: true });
      await member.sheet.getByLabel('Note').fill(NOTE);
      await member.sheet.getByLabel('Suite à donner').fill(ASKED);
      await lookAtBoth(member, 'partner-5-visit');
      await member.save();
      await done(member).getByRole('listitem').filter({ hasText: NOTE }).filter({ hasText: 'sur ce téléphone' }).waitFor();
      await member.page.getByRole('button', { name: 'Modifier' }).click();
      await member.sheet.getByRole('textbox', { name: 'Ce qu’il apporte' }).fill(BRINGS);
      await member.save();
      // The word that it is saved may still be that of the visit.
      await member.page.getByRole('dialog').waitFor({ state: 'detached' });
      await member.sees(/^2 à envoyer · (coopérative injoignable|pas de réseau)/);
      await member.page.reload();
      await done(member).getByText(NOTE).waitFor();
      await done(member).getByText(ASKED).waitFor();
      await member.page.getByText(BRINGS).waitFor();
      await lookAtBoth(member, 'partner-6-offline');
      await member.page.getByRole('link', { name: 'Retour' }).click();
      await member.page.waitForURL(`**${CARDS}`);
      await mine(member).getByRole('listitem').filter({ hasText: 'sur ce téléphone' }).waitFor();
    });

    await step('the director reads it, and everybody the card', async () => {
      await signal(relay, director, member, other);
      await member.sees('Tout est envoyé', MEET_MS_MAX);
      const visit = done(director).getByRole('listitem').filter({ hasText: NOTE });
      await visit.filter({ hasText: `par ${name}` }).waitFor({ timeout: MEET_MS_MAX });
      await director.page.getByText(BRINGS).waitFor();
      await visit.scrollIntoViewIfNeeded();
      await look(director, 'partner-7-read');
      await other.openPlace(CARDS);
      await other.page.getByLabel('Chercher un partenaire').fill(partner);
      await other.row(partner).filter({ hasText: BRINGS }).waitFor({ timeout: MEET_MS_MAX });
      await lookAtBoth(other, 'partner-8-card');
    });

    await step('who has no mandate reads the card and nothing else', async () => {
      assert.equal(await mine(other).count(), 0);
      assert.equal(await other.page.getByRole('link', { name: partner }).count(), 0);
      await other.follow(path);
      await other.page.getByText('Seuls l’équipe et les membres qui ont mandat').waitFor();
      assert.equal(await other.shows(NOTE), false);
      await look(other, 'partner-9-none');
    });

    await step('the director takes it back, and the member reads no more than what they wrote meanwhile', async () => {
      const { context } = member.browser;
      await mine(member).getByRole('link', { name: partner }).click();
      await context.setOffline(true);
      await member.sees(OFFLINE, MEET_MS_MAX);
      await done(member).getByRole('link', { name: 'Noter un échange' }).click();
      await member.sheet.getByLabel('Note').fill(LATE);
      await member.save();
      await done(member).getByText(LATE).waitFor();
      await mandated(director).getByRole('button', { name: 'Retirer' }).click();
      await mandated(director).getByRole('listitem').waitFor({ state: 'detached' });
      await context.setOffline(false);
      await member.page.getByText('n’est pas sur ce téléphone').waitFor({ timeout: MEET_MS_MAX });
      assert.equal(await member.shows(NOTE), false);
      await lookAtBoth(member, 'partner-10-taken');
      await member.page.getByRole('link', { name: 'Retour' }).click();
      await member.row(BRINGS).waitFor();
      assert.equal(await mine(member).count(), 0);
      await member.sees('refusé');
      await member.follow('/more/refused');
      await member.page.getByText(LATE).waitFor();
      await lookAtBoth(member, 'partner-11-refused');
      await done(director).getByText(NOTE).waitFor();
      assert.equal(await director.shows(LATE), false);
    });
    for (const one of [director, member, other]) one.isHealthy();
  });
});
