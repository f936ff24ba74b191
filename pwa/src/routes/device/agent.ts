/** What browser and system this is, no closer than who helps needs: models of phones are left out. Pure. */

const BROWSERS: [string, RegExp][] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//],
];

const SYSTEMS: [string, RegExp][] = [
  ['Android', /\bAndroid (\d+)/],
  ['iOS', /\bOS (\d+)[_\d]* like Mac OS X/],
  ['Windows', /\bWindows()\b/],
  ['macOS', /\bMac OS X()\b/],
  ['ChromeOS', /\bCrOS()\b/],
  ['Linux', /\bLinux()\b/],
];

/** `Chrome 131`, `Android 14`; empty where it is none that is known. */
export function agentOf(agent: string): { browser: string; system: string } {
  return { browser: first(BROWSERS, agent), system: first(SYSTEMS, agent) };
}

function first(all: readonly [string, RegExp][], agent: string): string {
  for (const [name, pattern] of all) {
    const found = pattern.exec(agent);
    if (found) return [name, found[1]].filter(Boolean).join(' ');
  }
  return '';
}
