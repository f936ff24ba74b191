/** One bar of signal: a week of work without any goes out before the person has put the phone away. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Phone } from './lib/phone.mjs';
import { startProxy } from './lib/proxy.mjs';
import { startRelay } from './lib/relay.mjs';

/** What somebody notes in a week. */
const ENTRIES = 60;
/** 50 kbit/s, each way. */
const BYTES_PER_SECOND = 50_000 / 8;
/** 600 ms there and back. */
const DELAY_MS = 300;
const SENT_MS_MAX = 10_000;
/** What an idle link says now and then. */
const PING_BYTES = 64;

/** A relay that rests has nothing more of its own to say. */
const QUIET_MS = 15_000;
const REST_MS_MAX = 180_000;

/**
 * Waits until a relay that started with a new cooperative has made what it derives, and said it.
 * @param {import('./lib/proxy.mjs').Proxy} road
 */
async function isQuiet(road) {
  let [down, since] = [road.carried().down, performance.now()];
  const end = since + REST_MS_MAX;
  while (performance.now() - since < QUIET_MS && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (road.carried().down > down + PING_BYTES) [down, since] = [road.carried().down, performance.now()];
  }
}

describe('a phone with one bar of signal', () => {
  /** @type {import('./lib/relay.mjs').Relay} */
  let relay;
  /** @type {import('./lib/proxy.mjs').Proxy} */
  let road;
  /** @type {Phone} */
  let phone;

  before(async () => {
    road = await startProxy(() => relay.port);
    relay = await startRelay({ publicPort: road.port });
    phone = await Phone.open('weak');
    await phone.join(relay.link('entrepreneur'));
    await phone.page.goto(`${relay.url}/activity/me/now/expenses`);
    // As on any day before: the relay was there.
    await phone.addExpense({ label: 'Avant la semaine', net: '3' });
    await phone.rowIs('Avant la semaine', 'reçu');
    await isQuiet(road);
  });
  after(async () => {
    await phone?.close();
    await road?.close();
    await relay?.close();
  });

  test(`${ENTRIES} entries of a week are sent and acknowledged within ${SENT_MS_MAX / 1000} seconds`, async () => {
    road.cut();
    for (let entry = 1; entry <= ENTRIES; entry++) {
      await phone.addExpense({ label: `Facture ${entry} du fournisseur`, net: `${entry},50` });
    }
    await phone.sees(new RegExp(`${ENTRIES} à envoyer`));
    const before = road.carried();
    road.throttle(BYTES_PER_SECOND);
    road.delay(DELAY_MS);
    road.restore();
    const start = performance.now();
    // As the system says it when there is signal again.
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees('Tout est envoyé', 60_000);
    const tookMs = performance.now() - start;
    const { up, down } = road.carried();
    console.log(`# sent in ${Math.round(tookMs)} ms, ${up - before.up} bytes up, ${down - before.down} down`);
    assert.ok(tookMs < SENT_MS_MAX, `it took ${Math.round(tookMs)} ms`);
    await phone.rowIs('Facture 1 du fournisseur', 'reçu');
    phone.isHealthy();
  });
});
