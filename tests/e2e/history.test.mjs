/** Who changed what of a record, and when: read on the phone, without network. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { keptParts } from './lib/parts.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { until } from './lib/wait.mjs';

test('a member without signal reads what became of an expense since they noted it', async (t) => {
  const relay = await startRelay();
  t.after(() => relay.close());
  const phone = await Phone.open('history');
  t.after(() => phone.close());
  await phone.join(relay.link('entrepreneur'));
  await until('what everybody needs now and then is kept', async () => (await keptParts(phone.page)).includes('shared'));
  await relay.stop();
  await phone.openExpenses();
  await phone.addExpense({ label: 'Pain pour le stand', net: '100' });
  await phone.row('Pain pour le stand').getByRole('link').click();
  await phone.sheet.getByText('Historique').click();
  const steps = phone.sheet.locator('details li');
  await steps.first().getByText('Créé').waitFor();
  await phone.sheet.getByLabel('Quoi').fill('Pain et fromage pour le stand');
  await phone.save();
  await phone.row('Pain et fromage').getByRole('link').click();
  const fold = phone.sheet.getByText('Historique');
  await fold.focus();
  await phone.page.keyboard.press('Enter');
  await steps.first().waitFor();
  const told = (await steps.allInnerTexts()).join('\n');
  assert.match(told, /par vous/);
  assert.match(told, /Pain et fromage pour le stand/);
  assert.match(told, /100,00/);
  await phone.shot('1-history');
  assert.deepEqual(await graveFindings(phone.page), []);
});
