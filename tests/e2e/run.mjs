/**
 * Runs the browser tests, one file after the other: most on one fixed day, a few on the day it really is. Makes
 * the demo cooperative once for each of the two days. Names of files may follow on the command line.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedDay } from './lib/clock.mjs';
import { DEMO_VARIABLE } from './lib/relay.mjs';

const here = new URL('.', import.meta.url);
const given = process.argv.slice(2);
const files = given.length > 0 ? given : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();

/** What runs on the day it really is: the story must hold today too, and WebKitGTK fetches nothing under another clock. */
const TODAY = ['engines.test.mjs', 'smoke.test.mjs', 'story.test.mjs'];
/** No file of tests lasts longer; a hung browser must not hang the whole run. */
const TEST_MS_MAX = 900_000;

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} Its exit code.
 */
async function node(args, env) {
  const child = spawn(process.execPath, args, { cwd: here, stdio: 'inherit', env });
  return (await new Promise((resolve) => child.once('close', resolve))) ?? 1;
}

/**
 * Runs one file. Browsers on a busy machine miss a moment now and then: what failed is run once more, and said to be
 * unsteady when it passes then.
 * @param {string} name
 * @param {Record<string, string | undefined>} env
 */
async function runFile(name, env) {
  const args = ['--test', `--test-timeout=${TEST_MS_MAX}`, '--test-reporter=spec', name];
  if ((await node(args, env)) === 0) return 0;
  console.log(`# ${name} failed, and is run once more`);
  const failed = await node(args, env);
  if (failed === 0) console.log(`# ${name} is UNSTEADY: it failed once and then passed`);
  return failed;
}

/**
 * Runs some files with a demo cooperative made on the same day.
 * @param {string[]} names
 * @param {Record<string, string>} day
 */
async function run(names, day) {
  if (names.length === 0) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'besace-demo-'));
  const env = { ...process.env, ...day, [DEMO_VARIABLE]: folder };
  try {
    const made = await node(['make_demo.mjs', folder], env);
    if (made !== 0) return made;
    let failed = 0;
    for (const name of names) failed = (await runFile(name, env)) || failed;
    return failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const clock = mkdtempSync(join(tmpdir(), 'besace-clock-'));
const isToday = (/** @type {string} */ name) => TODAY.includes(name);
const fixed = await run(
  files.filter((name) => !isToday(name)),
  fixedDay(clock),
);
const today = await run(files.filter(isToday), {});
await rm(clock, { recursive: true, force: true });
process.exitCode = fixed || today;
