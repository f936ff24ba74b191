/**
 * Leaves `import()` as the browser has it.
 *
 * Vite wraps each one in a helper that loads the styles and scripts it needs beforehand. The styles are in
 * one file here, and the service worker fetches a part's scripts together: half a KiB that does nothing.
 */
import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

export function plainImport(): Plugin {
  return {
    name: 'besace-plain-import',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ build: { cssCodeSplit: false, modulePreload: false } }),
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
