/**
 * Leaves out what Svelte needs only to take over a page that a server has drawn: no server draws this one.
 *
 * Svelte keeps that code behind one variable, to be left out by whoever never hydrates; the bundler does
 * not see by itself that nobody sets it. 1.5 KiB after Brotli.
 */
import type { Plugin } from 'vite';

const MODULE = '/svelte/src/internal/client/dom/hydration.js';
const SWITCH = 'export let hydrating = false;';
const SETTING = 'hydrating = value;';

/** Makes the variable a constant. Fails when Svelte has changed: the build then says where to look. */
export function withoutHydration(code: string): string {
  if (!code.includes(SWITCH) || !code.includes(SETTING)) {
    throw new Error(`${MODULE} is not as expected: adapt or drop build/no_hydration.ts`);
  }
  return code.replace(SWITCH, SWITCH.replace('let', 'const')).replace(SETTING, '');
}

export function noHydration(): Plugin {
  return {
    name: 'besace-no-hydration',
    apply: 'build',
    transform: {
      filter: { id: /\/svelte\/src\/internal\/client\/dom\/hydration\.js$/ },
      handler: (code) => ({ code: withoutHydration(code), map: null }),
    },
  };
}
