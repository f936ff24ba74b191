/**
 * Runs the browser tests, two files at once: most on one fixed day, a few on the day it really is. Makes the demo
 * cooperative once for each of the two days. Names of files may follow on the command line.
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
const TEST_MS_MAX = 1_500_000;

/** How many files run at once: one browser leaves a part of two cores idle. What each prints is told when it has ended. */
const AT_ONCE = 2;

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} Its exit code.
 */
async function node(args, env) {
  const child = spawn(process.execPath, args, { cwd: here, stdio: ['ignore', 'pipe', 'pipe'], env });
  /** @type {Buffer[]} */
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => void printed.push(part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.stdout.write(Buffer.concat(printed));
  return code ?? 1;
}

/** @typedef {{ name: string, env: Record<string, string | undefined> }} File A file of tests, and the day it runs on. */

/** @param {File} file */
const runFile = ({ name, env }) => node(['--test', `--test-timeout=${TEST_MS_MAX}`, '--test-reporter=spec', name], env);

/**
 * Runs files, some at once. Browsers on a busy machine miss a moment now and then: what failed is run once more when
 * the others have ended, alone, and said to be unsteady when it passes then.
 * @param {File[]} files
 * @returns {Promise<number>} The exit code of one that failed twice, or 0.
 */
async function runFiles(files) {
  const waiting = [...files];
  /** @type {File[]} */
  const missed = [];
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      if ((await runFile(file)) !== 0) missed.push(file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  let failed = 0;
  for (const file of missed) {
    console.log(`# ${file.name} failed, and is run once more`);
    const again = await runFile(file);
    if (again === 0) console.log(`# ${file.name} is UNSTEADY: it failed once and then passed`);
    failed = again || failed;
  }
  return failed;
}

/** Folders of this run. @type {string[]} */
const folders = [];
/** @param {string} what */
const folder = (what) => {
  const made = mkdtempSync(join(tmpdir(), `besace-${what}-`));
  folders.push(made);
  return made;
};

/**
 * Makes the demo cooperative of a day, where files run on it.
 * @param {string[]} names
 * @param {Record<string, string>} day
 * @returns {Promise<File[]>}
 */
async function prepare(names, day) {
  if (names.length === 0) return [];
  const env = { ...process.env, ...day, [DEMO_VARIABLE]: folder('demo') };
  if ((await node(['make_demo.mjs', env[DEMO_VARIABLE]], env)) !== 0) throw new Error('no demo cooperative');
  return names.map((name) => ({ name, env }));
}

try {
  const isToday = (/** @type {string} */ name) => TODAY.includes(name);
  const fixed = files.filter((name) => !isToday(name));
  const prepared = await Promise.all([prepare(fixed, fixedDay(folder('clock'))), prepare(files.filter(isToday), {})]);
  process.exitCode = await runFiles(prepared.flat());
} finally {
  for (const made of folders) await rm(made, { recursive: true, force: true });
}
