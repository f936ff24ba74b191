/**
 * Knows which files only some phones need: what the app imports when somebody asks for it.
 *
 * A part is what is imported dynamically under one file name, wherever it stands, gathered in one chunk of that name,
 * with every script that the shell does not hold already; styles are in one file. The service worker and the figure of
 * what a phone downloads both go by this list.
 */
import type { Rolldown } from 'vite';

/** Where the list stands among the built files, for those who measure them. */
export const ON_DEMAND_FILE = 'on-demand.json';

/**
 * How modules are gathered in files. The app itself comes first: a part's file holds what the app's does not. These are
 * the names of `PartName` (`src/lib/on_demand.ts`). What two parts need lies in the one named first: in one that phones
 * keep anyway.
 */
export const GROUPS = [
  { name: 'index', tags: ['$initial' as const], priority: 1 },
  ...[
    'access',
    'accounts',
    'correcting',
    'device',
    'en',
    'hand_over',
    'pdf',
    'shared',
    'notices',
    'team',
  ].map((name) => ({
    name,
    test: new RegExp(`/src/.*/${name}\\.ts$`),
  })),
];

/** What a script names and never fetches: pdfkit holds its profile of colours itself. */
export const NEVER_FETCHED = /\.icc$/;

/** The addresses of each part's files, by the part's name. */
export type Parts = Record<string, string[]>;

/** What matters here of a chunk of the bundle. */
export type Chunk = Pick<
  Rolldown.OutputChunk,
  'type' | 'fileName' | 'name' | 'isEntry' | 'imports' | 'dynamicImports'
> & {
  /** What a script names by its address, such as a font. */
  viteMetadata?: { importedAssets: ReadonlySet<string> };
};

/** Lists the parts of a bundle. */
export function partsOf(bundle: Record<string, Chunk | { type: 'asset' }>): Parts {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));

  /** A chunk with all it cannot run without. */
  const closure = (chunk: Chunk, found = new Set<Chunk>()): Set<Chunk> => {
    if (found.has(chunk)) return found;
    found.add(chunk);
    for (const file of chunk.imports) {
      const imported = byFile.get(file);
      if (imported) closure(imported, found);
    }
    return found;
  };
  const filesOf = (chunk: Chunk): string[] =>
    [...closure(chunk)].flatMap((one) => [one.fileName, ...(one.viteMetadata?.importedAssets ?? [])]);

  const shell = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap(filesOf));
  const asked = new Set(chunks.flatMap((chunk) => chunk.dynamicImports));
  return Object.fromEntries(
    chunks
      .filter(({ fileName }) => asked.has(fileName) && !shell.has(fileName))
      .map((chunk): [string, string[]] => [
        chunk.name,
        filesOf(chunk)
          .filter((file) => !shell.has(file) && !NEVER_FETCHED.test(file))
          .map((file) => `/${file}`)
          .sort(),
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
