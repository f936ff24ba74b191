/** The installed Chromium, for the scripts that draw: `CHROMIUM` names it, else the one on the path. */
import { execFileSync } from 'node:child_process';

import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

export function launch() {
  const executablePath =
    process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: FLAGS });
}
