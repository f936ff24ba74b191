/**
 * Puts a Brotli variant beside each file that gets smaller by it, as small as the format can. The
 * relay serves it as it is: nothing is compressed while a phone waits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

import { listFiles } from './service_worker.ts';

/** What is already as small as it gets. */
const COMPRESSED = /\.(br|png|webp|woff2)$/;

/** What the format allows and the compressor does not find by itself: 1.2 KiB of the wasm, a few bytes elsewhere. */
const SETTINGS: Record<number, number>[] = [
  {},
  { [constants.BROTLI_PARAM_LGBLOCK]: 17, [constants.BROTLI_PARAM_NPOSTFIX]: 1 },
];

/** The smallest variant of a file's bytes, or `null` when it would be no smaller. */
export function brotli(bytes: Buffer): Buffer | null {
  const variants = SETTINGS.map((setting) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        ...setting,
      },
    }),
  );
  const smallest = variants.reduce((one, other) => (other.length < one.length ? other : one));
  return smallest.length < bytes.length ? smallest : null;
}

/** Must stand after every plugin that writes files. */
export function precompress(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'besace-precompress',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const output = resolve(config.root, config.build.outDir);
        for (const path of listFiles(output).filter((path) => !COMPRESSED.test(path))) {
          const variant = brotli(readFileSync(path));
          if (variant !== null) {
            writeFileSync(`${path}.br`, variant);
          }
        }
      },
    },
  };
}
