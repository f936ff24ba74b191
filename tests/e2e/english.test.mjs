/** Every screen once more in English, which is downloaded on demand: no grave finding, no French left, nothing without words. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { graveFindings } from './lib/axe.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';
import { ROLES, open, walkScreens } from './lib/screens.mjs';

/** Words of the frame and of forms that English does not have. */
const FRENCH = /Enregistrer|Ajouter|Modifier|facultatif|Aujourd’hui|Coopérative\b(?! de)|Retour|\breçu\b/;

describe('every screen in English', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  for (const role of ROLES) {
    test(`as ${role}`, async (t) => {
      const phone = await Phone.open(`english-${role}`);
      t.after(() => phone.close());
      const { page } = phone;
      await phone.join((await relay.invited(role)).link);
      await open(page, `${relay.url}/more`);
      // By key, for a message may lie over it.
      await page.getByRole('radio', { name: 'English' }).press('Space');
      await page.waitForFunction(() => document.documentElement.lang === 'en');
      await walkScreens(page, relay.url, role, async (screen) => {
        assert.deepEqual(await graveFindings(page), [], screen);
        assert.doesNotMatch(await own(page), FRENCH, `${screen} speaks French`);
      });
      phone.isHealthy();
    });
  }
});

/**
 * The app's own words on a page: what people wrote is not to be translated, and says so.
 * @param {import('playwright-core').Page} page
 */
function own(page) {
  return page.evaluate(() => {
    const copy = /** @type {HTMLElement} */ (document.body.cloneNode(true));
    for (const theirs of copy.querySelectorAll('[translate=no], .prose, script')) theirs.remove();
    return copy.textContent;
  });
}
