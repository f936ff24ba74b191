/**
 * Refuses a production build without the wasm replica.
 *
 * The worker imports the replica through a glob so that type checks and unit tests need no Rust
 * toolchain; without this guard a build made too early would ship an app that cannot open.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

export function wasmPresence(): Plugin {
  return {
    name: 'besace-wasm-presence',
    apply: 'build',
    configResolved(config) {
      const built = existsSync(resolve(config.root, 'src/client/wasm/besace_client.js'));
      if (!built) {
        throw new Error('src/client/wasm/besace_client.js is missing: build the wasm replica first');
      }
    },
  };
}
