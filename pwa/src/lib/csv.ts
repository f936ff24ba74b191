/** Tables as files for spreadsheets: UTF-8 with its mark, `;` between cells, and no cell that a spreadsheet would run. */
import { saveFile } from './save_text.ts';

const MARK = '\ufeff';
const BREAK = '\r\n';
/** What makes a spreadsheet take text for a formula, also behind white space, or as wide as the signs of East Asia. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

/** What a cell may hold. A number is written with a comma, as French spreadsheets read it. */
export type Cell = string | number;

/** Hundredths as a number: `-12,50`. */
export function hundredths(value: number): number {
  return value / 100;
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as text, its head first. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return MARK + rows.map((row) => row.map(cell).join(';') + BREAK).join('');
}

/** Gives the person a table to keep. */
export function saveCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  saveFile(`${name}.csv`, csv(rows), 'text/csv;charset=utf-8');
}
