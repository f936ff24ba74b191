/** Who reads and who writes what about somebody: told to them from the tables, with names, without network too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

test('an entrepreneur is told who reads and who writes what about them', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('access');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await phone.openOwn();
  await phone.page.getByRole('link', { name: 'Qui lit et écrit quoi sur vous' }).click();

  /** @param {string} title */
  const region = (title) => phone.page.getByRole('region', { name: title });
  const log = region('Votre accompagnement');
  await log.getByText('vous et les personnes qui vous accompagnent').first().waitFor();
  const coach = relay.nameOf('coach');
  await log.getByText(`${coach} (accompagnateur·rice)`).waitFor();
  const sessions = log.getByRole('definition').filter({ hasText: 'chacun pour sa signature' });
  assert.equal(await sessions.count(), 1);

  const activity = await region('Votre activité').innerText();
  assert.match(activity, /la finance et la direction/);
  for (const role of ['finance', 'director']) {
    const name = relay.nameOf(/** @type {import('./lib/relay.mjs').Persona} */ (role));
    assert.ok(activity.includes(name), `${name} reads it and is not named`);
  }
  const notes = await region('Les notes privées de qui vous accompagne').innerText();
  assert.match(notes, /pas même vous/);
  assert.ok(!notes.includes(coach), 'that there are any is nobody’s business');
  await phone.shot('first');
  await log.evaluate((shown) => shown.scrollIntoView());
  await phone.shot('log');

  await relay.stop();
  await phone.page.reload();
  await log.getByText(coach).waitFor();
  phone.isHealthy();
});
