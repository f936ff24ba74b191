/**
 * Builds `sw.js` after the app, with the list of files it must hold, and of those it holds on demand.
 *
 * The list is made from what stands in the output folder, each file with its SHA-256, so that the
 * worker can check every byte it stores and so that nothing needed offline can be forgotten.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

import { NEVER_FETCHED, ON_DEMAND_FILE, type Parts, partsOf } from './on_demand.ts';

/** One file of the app: where it is served and what its bytes must hash to. */
export interface PrecacheEntry {
  url: string;
  integrity: string;
}

/** Files that the browser fetches by itself and that offline use does not need. */
const NOT_PRECACHED = [
  /^\/sw\.js$/,
  /^\/on-demand\.json$/,
  /\.map$/,
  /^\/icons\/besace-maskable/,
  /^\/icons\/besace-512/,
];

/** Lists the files below `folder`, sorted, so that equal builds give equal lists. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

/** Lists the files that `sw.ts` may hold. */
export function precacheEntries(folder: string): PrecacheEntry[] {
  return listFiles(folder)
    .map((path) => ({ path, url: '/' + relative(folder, path).split(sep).join('/') }))
    .filter(({ url }) => !NOT_PRECACHED.some((pattern) => pattern.test(url)))
    .map(({ path, url }) => ({
      url,
      integrity: 'sha256-' + createHash('sha256').update(readFileSync(path)).digest('base64'),
    }));
}

/** Parts the files that every phone needs from those that a phone holds once it asked for them. */
export function split(
  entries: readonly PrecacheEntry[],
  parts: Parts,
): { shell: PrecacheEntry[]; onDemand: Record<string, PrecacheEntry[]> } {
  const of = (urls: readonly string[]): PrecacheEntry[] => entries.filter(({ url }) => urls.includes(url));
  const asked = Object.values(parts).flat();
  return {
    shell: entries.filter(({ url }) => !asked.includes(url)),
    onDemand: Object.fromEntries(Object.entries(parts).map(([name, urls]) => [name, of(urls)])),
  };
}

/** Names a build by its content: the same files give the same version. */
export function versionOf(entries: readonly PrecacheEntry[]): string {
  const text = entries.map((entry) => `${entry.url} ${entry.integrity}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  let parts: Parts = {};
  return {
    name: 'besace-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.keys(bundle)) if (NEVER_FETCHED.test(file)) delete bundle[file];
        parts = partsOf(bundle);
      },
    },
    closeBundle: {
      order: 'post',
      async handler() {
        const output = resolve(config.root, config.build.outDir);
        writeFileSync(join(output, ON_DEMAND_FILE), JSON.stringify(parts, null, 2));
        const entries = precacheEntries(output);
        const { shell, onDemand } = split(entries, parts);
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __PRECACHE__: JSON.stringify(shell),
            __ON_DEMAND__: JSON.stringify(onDemand),
            __VERSION__: JSON.stringify(versionOf(entries)),
          },
          build: {
            target: config.build.target,
            outDir: output,
            emptyOutDir: false,
            lib: { entry: 'src/sw.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
          },
        });
      },
    },
  };
}
