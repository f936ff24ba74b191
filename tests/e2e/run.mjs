/**
 * Runs the browser tests: makes the demo cooperative once, then one test file after the other.
 * Names of files may follow on the command line.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { DEMO_VARIABLE, makeDemo } from './lib/relay.mjs';

const here = new URL('.', import.meta.url);
const given = process.argv.slice(2);
const files = given.length > 0 ? given : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();

/** No file of tests lasts longer; a hung browser must not hang the whole run. */
const TEST_MS_MAX = 900_000;

const kept = process.env[DEMO_VARIABLE];
const demo = kept ?? (await makeDemo());
const runner = spawn(
  process.execPath,
  ['--test', '--test-concurrency=1', `--test-timeout=${TEST_MS_MAX}`, '--test-reporter=spec', ...files],
  { cwd: here, stdio: 'inherit', env: { ...process.env, [DEMO_VARIABLE]: demo } },
);
const code = await new Promise((resolve) => runner.once('close', resolve));
if (!kept) await rm(demo, { recursive: true, force: true });
process.exitCode = code ?? 1;
