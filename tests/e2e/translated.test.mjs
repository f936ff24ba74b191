/** A page that the browser translates, and browsers that let a site keep nothing: what is shown stays true. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from './lib/chromium.mjs';
import { Phone } from './lib/phone.mjs';
import { startRelay } from './lib/relay.mjs';

/** Does to every text what Google's translation does, `translate="no"` or not, as careless extensions do. Runs in the page. */
function translatePage() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  while (texts.nextNode()) found.push(/** @type {Text} */ (texts.currentNode));
  for (const text of found) {
    if (text.data.trim() === '' || text.parentElement?.closest('script, style, font')) continue;
    const outer = document.createElement('font');
    outer.append(document.createElement('font'));
    outer.firstElementChild?.append(text.data);
    text.parentNode?.replaceChild(outer, text);
  }
}

describe('a page translated by the browser', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {Phone} */
  let phone;

  before(async () => {
    relay = await startRelay();
    phone = await Phone.open('translated');
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    await phone.row('€').waitFor();
  });
  after(async () => {
    await phone?.close();
    await relay?.close();
  });

  test('says that one entry waits when the relay is down, and no longer that all is sent', async () => {
    await phone.page.evaluate(translatePage);
    await phone.sees('Tout est envoyé');
    await relay.stop();
    await phone.sees(/(coopérative injoignable|pas de réseau)/);
    await phone.page.evaluate(translatePage);
    await phone.addExpense({ label: 'Pain traduit', net: '12,50' });
    await phone.sees('1 à envoyer');
    const line = await phone.syncLine.innerText();
    assert.doesNotMatch(line, /Tout est envoyé/);
    await phone.rowIs('Pain traduit', 'sur ce téléphone');
  });

  test('shows a new amount in place of the old one, once', async () => {
    await phone.page.evaluate(translatePage);
    await phone.row('Pain traduit').getByRole('link').click();
    await phone.sheet.getByLabel('Montant TTC').fill('99,10');
    await phone.save();
    await phone.rowIs('Pain traduit', /99,10/);
    assert.doesNotMatch(await phone.row('Pain traduit').innerText(), /12,50/);
  });

  test('says that all is sent once it is', async () => {
    await phone.page.evaluate(translatePage);
    await relay.start();
    await phone.sees('Tout est envoyé');
    await phone.rowIs('Pain traduit', 'reçu');
    phone.isHealthy();
  });
});

describe('a browser that lets the site keep nothing, or a script that fails', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  before(async () => {
    relay = await startRelay();
  });
  after(() => relay?.close());

  test('blocked site data: a page says what to do, not a white one', async () => {
    const browser = await openBrowser('blocked');
    try {
      await browser.page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
        }
      });
      await browser.page.goto(relay.link('entrepreneur'));
      await browser.page.getByText(/Autorisez les cookies et les données de ce site/).waitFor();
    } finally {
      await browser.close();
    }
  });

  test('a script that does not load: the page says what to do', async () => {
    const browser = await openBrowser('scriptless');
    try {
      await browser.page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
      await browser.page.goto(relay.url);
      await browser.page.getByRole('heading', { name: 'Besace ne s’ouvre pas' }).waitFor();
      await browser.page.getByText('N’effacez pas les données de ce site').waitFor();
    } finally {
      await browser.close();
    }
  });

  test('a script that throws before the first screen: the page says what to do', async () => {
    const browser = await openBrowser('throwing');
    try {
      await browser.page.addInitScript(() => {
        window.matchMedia = () => {
          throw new Error('not here');
        };
      });
      await browser.page.goto(relay.url);
      await browser.page.getByRole('heading', { name: 'Besace ne s’ouvre pas' }).waitFor();
    } finally {
      await browser.close();
    }
  });
});
