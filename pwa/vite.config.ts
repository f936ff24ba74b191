import { readFileSync } from 'node:fs';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import { GROUPS } from './build/on_demand.ts';
import { precompress } from './build/precompress.ts';
import { serviceWorker } from './build/service_worker.ts';
import { wasmPresence } from './build/wasm_presence.ts';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The relay's address in development; in production the app and the relay share one origin. */
const relay = process.env['BESACE_RELAY'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), wasmPresence(), serviceWorker(), precompress()],
  server: { proxy: { '/api': { target: relay, ws: true }, '/mail': relay } },
  worker: { format: 'es' as const },
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    target: ['chrome107', 'safari16.4', 'firefox126'],
    // Every asset is a file of its own: the content security policy allows no data: URL.
    assetsInlineLimit: 0,
    // A part's scripts are fetched together by the service worker, and all styles are in one file.
    cssCodeSplit: false,
    modulePreload: false as const,
    sourcemap: false,
    // One file for what every phone has, and one for each part, however many folders hold a module of it.
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  test: { include: ['src/**/*.test.ts', 'build/**/*.test.ts'], environment: 'node' },
});
