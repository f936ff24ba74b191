/** What somebody types to have a spreadsheet run it, or to break a table: tests of exports fill every text with it. */
import { type Cell, csv } from './csv.ts';

export const HOSTILE = [
  '=cmd|"/c calc"!A1',
  '+33 6 12 34 56 78',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  'a;b',
  'dit "oui"',
  'un\ndeux',
  '"',
] as const;

/** Reads a file as spreadsheets do: `;` between cells, quotes around those that hold one. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ';') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** What is wrong with a table as a file: rows of another length than its head, and cells that would be run. */
export function faultsOf(table: readonly (readonly Cell[])[]): string[] {
  const rows = read(csv(table).slice(1));
  const faults = rows.length === table.length ? [] : [`${rows.length} rows of ${table.length}`];
  for (const [index, row] of rows.entries()) {
    if (row.length !== table[0]?.length) faults.push(`row ${index}: ${row.length} cells`);
    for (const [at, cell] of row.entries()) {
      if (typeof table[index]?.[at] !== 'number' && /^\s*[=+\-@＝＋－＠\t\r]/.test(cell)) faults.push(cell);
    }
  }
  return faults;
}
