/** Join, work without network, sync: on the other two engines, whatever their missing pieces. */
import { test } from 'node:test';
import { startRelay } from './lib/relay.mjs';
import { engines, open } from './lib/webdriver.mjs';

const SHOTS = new URL('./screenshots/', import.meta.url).pathname;

for (const [name, engine] of Object.entries(engines)) {
  test(`${name}: joins, notes an expense without network, reloads, and sends it`, async (t) => {
    const relay = await startRelay();
    t.after(() => relay.close());
    const browser = await open(engine());
    t.after(() => browser.close());

    await browser.go(`${relay.url}/health`);
    await browser.script(`localStorage.setItem('besace:language', 'fr')`);
    await browser.go(relay.link('entrepreneur'));
    await browser.press('Rejoindre');
    await browser.sees('Tout est envoyé');
    await browser.misses('Premier chargement');
    await browser.kept();

    await relay.stop();
    await browser.press('Noter');
    await browser.press('Dépense');
    await browser.fill('Montant TTC', '18,40');
    await browser.fill('Quoi', 'Café sans réseau');
    await browser.press('Enregistrer');
    await browser.sees('Enregistré sur ce téléphone.');
    await browser.reload();
    await browser.press('Mon activité');
    await browser.press('Dépenses');
    await browser.sees('Café sans réseau');
    await browser.sees(/1 à envoyer · (coopérative injoignable|pas de réseau)/);
    await browser.shot(`${SHOTS}smoke-offline-${name}.png`);

    await relay.start();
    await browser.sees('Tout est envoyé');
    // The line says so a moment after the bar does.
    await browser.sees(/Café sans réseau[^€]*18,40\s€\sTTC\s*✓? ?reçu/);
    await browser.shot(`${SHOTS}smoke-sent-${name}.png`);
  });
}
