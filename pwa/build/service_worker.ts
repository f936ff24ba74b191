/**
 * Builds `sw.js` after the app, with the list of files it must hold.
 *
 * The list is made from what stands in the output folder, each file with its SHA-256, so that the
 * worker can check every byte it stores and so that nothing needed offline can be forgotten.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** One file of the shell: where it is served and what its bytes must hash to. */
export interface PrecacheEntry {
  url: string;
  integrity: string;
}

/** Files that the browser fetches by itself and that offline use does not need. */
const NOT_PRECACHED = [/^\/sw\.js$/, /\.map$/, /^\/icons\/besace-maskable/, /^\/icons\/besace-512/];

/** Lists the files below `folder`, sorted, so that equal builds give equal lists. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

/** Makes the list that `sw.ts` precaches. */
export function precacheEntries(folder: string): PrecacheEntry[] {
  return listFiles(folder)
    .map((path) => ({ path, url: '/' + relative(folder, path).split(sep).join('/') }))
    .filter(({ url }) => !NOT_PRECACHED.some((pattern) => pattern.test(url)))
    .map(({ path, url }) => ({
      url,
      integrity: 'sha256-' + createHash('sha256').update(readFileSync(path)).digest('base64'),
    }));
}

/** Names a build by its content: the same files give the same version. */
export function versionOf(entries: readonly PrecacheEntry[]): string {
  const text = entries.map((entry) => `${entry.url} ${entry.integrity}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'besace-service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      async handler() {
        const output = resolve(config.root, config.build.outDir);
        const entries = precacheEntries(output);
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __PRECACHE__: JSON.stringify(entries),
            __VERSION__: JSON.stringify(versionOf(entries)),
          },
          build: {
            target: config.build.target,
            outDir: output,
            emptyOutDir: false,
            lib: { entry: 'src/sw.ts', formats: ['es'], fileName: () => 'sw.js' },
          },
        });
      },
    },
  };
}
