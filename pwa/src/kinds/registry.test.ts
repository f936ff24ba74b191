/** What the compiler cannot see of the folders of kinds, and that the frame of the app names none of them. */
import { expect, test } from 'vitest';

import { known } from '../registry/known.ts';
import './all.ts';

type Files = Record<string, string>;
const OF_KINDS: Files = import.meta.glob('./*/*.ts', { query: '?raw', import: 'default', eager: true });
const FRAME: Files = import.meta.glob(
  ['../App.svelte', '../{components,form,frame,lib,registry,state}/**/*', './*.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const SCREENS: Files = import.meta.glob('./*/*.svelte', { query: '?raw', import: 'default', eager: true });

test('every folder is a kind of the list', () => {
  expect(Object.keys(OF_KINDS).filter((path) => path.endsWith('/index.ts'))).toHaveLength(
    known().kinds.length,
  );
});

test('every screen that all phones have is put in its place', () => {
  for (const [path, text] of Object.entries(OF_KINDS)) {
    const screens = OF_KINDS[path.replace(/[^/]+$/, 'screens.ts')] ?? '';
    for (const [, name] of text.matchAll(/export const (\w+) = new InShell/g)) {
      expect(screens, `${path} names ${name}`).toContain(`${name}.screens = `);
    }
  }
});

test('the frame asks all kinds and names none', () => {
  const names = [...new Set(Object.keys(OF_KINDS).map((path) => path.split('/')[1]))];
  for (const [path, text] of Object.entries(FRAME)) {
    if (path === './index.ts' || path.endsWith('.test.ts')) continue;
    for (const name of names) expect(text, path).not.toMatch(new RegExp(`from '[./]+(kinds/)?${name}/`));
  }
});

test('what was changed on two sides is shown once in a form: by what every form holds', () => {
  const forms = Object.entries(SCREENS).filter(([, text]) => text.includes('entryForm('));
  expect(forms.length).toBeGreaterThan(0);
  expect(forms.filter(([, text]) => text.includes('<ConflictChooser')).map(([path]) => path)).toEqual([]);
});
