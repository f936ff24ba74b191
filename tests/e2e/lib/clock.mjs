/** The day on which browser tests run: one day for all of them, so that none passes or fails by the date. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { find } from './find.mjs';

/** A Monday in winter, which the native simulation begins on too. */
const DAY = Date.parse('2026-03-02T08:00:00Z');

/**
 * What a process and all that it starts must have in its environment to live on that day.
 * @param {string} folder Where to build the shim.
 * @returns {Record<string, string>} Nothing where processes cannot be given another clock.
 */
export function fixedDay(folder) {
  if (process.platform !== 'linux') return {};
  const source = new URL('./clock.c', import.meta.url).pathname;
  const shim = join(folder, 'clock.so');
  const built = spawnSync(find('cc', 'gcc', 'clang'), ['-O2', '-shared', '-fPIC', '-o', shim, source], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the clock of the tests does not build:\n${built.stderr}`);
  return { LD_PRELOAD: shim, CLOCK_SHIFT_S: String(Math.round((DAY - Date.now()) / 1000)) };
}

/** How far off this process is, which read it when it started. */
const OWN_SHIFT_S = Number(process.env['CLOCK_SHIFT_S'] ?? 0);

/**
 * Has what is started from here on, relays and browsers, live on another day; what runs keeps its own.
 * @param {string} instant When it is now.
 */
export function liveOn(instant) {
  const nowS = Date.now() / 1000 - OWN_SHIFT_S;
  process.env['CLOCK_SHIFT_S'] = String(Math.round(Date.parse(instant) / 1000 - nowS));
}
