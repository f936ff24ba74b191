/** Another version of Svelte must not undo this unnoticed. */
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { withoutHydration } from './no_hydration.ts';

const MODULE = new URL('../node_modules/svelte/src/internal/client/dom/hydration.js', import.meta.url);

test('nothing can turn hydration on in the Svelte that is installed', () => {
  const code = withoutHydration(readFileSync(MODULE, 'utf8'));
  expect(code).toContain('export const hydrating = false;');
  expect(code).not.toMatch(/\bhydrating = (?!false)/);
});

test('a Svelte that is not as expected fails the build', () => {
  expect(() => withoutHydration('export let hydrating = 0;')).toThrow('no_hydration.ts');
});
