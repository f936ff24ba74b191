/** What a phone downloads in any case, and what it asks for. */
import { expect, test } from 'vitest';

import { type Chunk, partsOf } from './on_demand.ts';
import { split } from './service_worker.ts';

function chunk(name: string, more: Partial<Chunk> = {}): Chunk {
  return {
    type: 'chunk',
    fileName: `assets/${name}-1a2b.js`,
    name,
    isEntry: false,
    imports: [],
    dynamicImports: [],
    ...more,
  };
}

/** What the app asks for when somebody needs it. */
const PARTS = ['assets/team-1a2b.js', 'assets/en-1a2b.js'];

const BUNDLE = {
  entry: chunk('index', { isEntry: true, imports: ['assets/shared-1a2b.js'], dynamicImports: PARTS }),
  shared: chunk('shared'),
  team: chunk('team', {
    imports: ['assets/shared-1a2b.js', 'assets/forms-1a2b.js'],
  }),
  forms: chunk('forms', { imports: ['assets/index-1a2b.js'] }),
  en: chunk('en'),
  style: { type: 'asset' as const },
};

test('a part is what a dynamic import needs and the shell does not hold', () => {
  expect(partsOf(BUNDLE)).toEqual({
    en: ['/assets/en-1a2b.js'],
    team: ['/assets/forms-1a2b.js', '/assets/team-1a2b.js'],
  });
});

test('what a script of a part names by its address comes with it, unless it is never fetched', () => {
  const viteMetadata = { importedAssets: new Set(['assets/font-1a2b.ttf', 'assets/colours-1a2b.icc']) };
  const bundle = { ...BUNDLE, forms: { ...BUNDLE.forms, viteMetadata } };
  expect(partsOf(bundle)['team']).toContain('/assets/font-1a2b.ttf');
  expect(partsOf(bundle)['team']).not.toContain('/assets/colours-1a2b.icc');
  expect(partsOf(bundle)['en']).not.toContain('/assets/font-1a2b.ttf');
});

test('what the shell holds already is no part', () => {
  const index = chunk('index', { isEntry: true, imports: ['assets/en-1a2b.js'], dynamicImports: PARTS });
  expect(partsOf({ ...BUNDLE, entry: index })).not.toHaveProperty('en');
});

test('every file is in the shell or in a part', () => {
  const entries = ['/index.html', '/assets/index-1a2b.js', '/assets/en-1a2b.js'].map((url) => ({
    url,
    integrity: 'sha256-x',
  }));
  const { shell, onDemand } = split(entries, { en: ['/assets/en-1a2b.js'] });
  expect(shell.map(({ url }) => url)).toEqual(['/index.html', '/assets/index-1a2b.js']);
  expect(onDemand['en']?.map(({ url }) => url)).toEqual(['/assets/en-1a2b.js']);
});
