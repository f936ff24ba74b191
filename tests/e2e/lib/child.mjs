/** Child processes of the tests: started, watched line by line, and ended by their own id alone. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { within } from './wait.mjs';

/** How long a process may take to end by itself once asked. */
const STOP_MS_MAX = 10_000;

/**
 * @typedef {object} Child
 * @property {number} pid
 * @property {() => string} output Everything printed so far, both streams.
 * @property {(pattern: RegExp, timeoutMs: number) => Promise<RegExpMatchArray>} said Waits for a line.
 * @property {(signal?: NodeJS.Signals) => Promise<void>} end Signals it, and waits until it is gone.
 * @property {Promise<number | null>} exited
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, ownGroup?: boolean }} [options]
 *   `ownGroup`: its own children end with it.
 * @returns {Child}
 */
export function start(command, args, { env = {}, cwd, ownGroup = false } = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    cwd,
    detached: ownGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const tell = () => listeners.forEach((listen) => listen());
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
      tell();
    });
  }
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      printed += `${command}: ${error.message}\n`;
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  let gone = false;
  exited.then(() => {
    gone = true;
    tell();
  });

  /** @param {NodeJS.Signals} signal */
  const signal_ = (signal) => {
    if (child.pid === undefined) return;
    try {
      process.kill(ownGroup ? -child.pid : child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  const lastWord = () => signal_('SIGKILL');
  process.once('exit', lastWord);
  exited.then(() => process.off('exit', lastWord));

  return {
    pid: child.pid ?? -1,
    output: () => printed,
    exited,
    async end(signal = 'SIGTERM') {
      if (gone) return;
      signal_(signal);
      await within(`${command} ends on ${signal}`, exited, STOP_MS_MAX).catch((error) => {
        signal_('SIGKILL');
        throw error;
      });
    },
    said(pattern, timeoutMs) {
      return within(
        `${command} says ${pattern}`,
        new Promise((resolve, reject) => {
          const look = () => {
            const match = printed.match(pattern);
            if (match) resolve(match);
            else if (gone) reject(new Error(`${command} ended without saying ${pattern}:\n${printed}`));
            else return;
            listeners.delete(look);
          };
          listeners.add(look);
          look();
        }),
        timeoutMs,
      );
    },
  };
}

/** A loopback port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(/** @type {import('node:net').AddressInfo} */ (address).port));
    });
  });
}
