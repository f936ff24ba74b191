/** Where the programs that the tests drive are. A missing one fails the run: nothing is skipped in silence. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these programs that this machine has.
 * @param {string[]} names Commands, or whole paths.
 */
export function find(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const candidates = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
    const found = candidates.find(isProgram);
    if (found) return found;
  }
  throw new Error(`none of ${names.join(', ')} is on this machine: run .ci/setup test`);
}

/** WebKitGTK's small browser stands beside its libraries, in a folder that names the machine's kind. */
export function findMiniBrowser() {
  const multiarch = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  const folders = ['/usr/libexec', ...multiarch.map((name) => `/usr/lib/${name}`)];
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return find(...folders.flatMap((folder) => versions.map((version) => `${folder}/${version}/MiniBrowser`)));
}

/** The relay under test: `BESACE_BIN`, or what `cargo build` left in the target folder. */
export function findRelay() {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const given = process.env.BESACE_BIN;
  const path = given ? join(given.startsWith('/') ? '' : root, given) : null;
  return find(path ?? join(root, process.env.CARGO_TARGET_DIR ?? 'target', 'debug', 'besace'));
}
