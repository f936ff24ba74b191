/** A file's rows, read whole before anything of them is written: either every line says something for sure, or none is taken. */
import { type Fault, type Known, readCell } from './cells.ts';
import { COLUMNS, type Mapping, type Target } from './columns.ts';

/** A line that is not taken, and why. */
export interface LineFault {
  /** As a spreadsheet counts it: the head is line 1. */
  line: number;
  /** Our column; none where the whole line is meant. */
  key: string | null;
  fault: Fault;
  /** What stands there. */
  text: string;
}

/** A row that was read. */
export interface Read {
  line: number;
  values: Record<string, string | number>;
}

export interface Reading {
  rows: Read[];
  faults: LineFault[];
}

/** What makes two rows one and the same. */
const ONE: Record<Target, (values: Read['values']) => string> = {
  statements: ({ member, month }) => `${member} ${month}`,
  contracts: ({ member, kind, start }) => `${member} ${kind} ${start}`,
};

/** Reads all rows below the head. */
export function readRows(
  target: Target,
  cells: readonly (readonly string[])[],
  mapping: Mapping,
  people: readonly Known[],
): Reading {
  const [head = [], ...body] = cells;
  const seen = new Set<string>();
  const reading: Reading = { rows: [], faults: [] };
  for (const [index, row] of body.entries()) {
    const line = index + 2;
    const values: Read['values'] = {};
    const faults: LineFault[] = [];
    if (row.length > head.length) faults.push({ line, key: null, fault: 'cells', text: row.join(' ; ') });
    for (const column of COLUMNS[target]) {
      const at = mapping[column.key];
      const text = at === undefined ? '' : (row[at] ?? '');
      const said = readCell(column, text, people);
      if ('fault' in said) faults.push({ line, key: column.key, fault: said.fault, text });
      else values[column.key] = said.value;
    }
    const name = ONE[target](values);
    if (faults.length === 0 && seen.has(name)) faults.push({ line, key: null, fault: 'twice', text: '' });
    seen.add(name);
    reading.faults.push(...faults);
    if (faults.length === 0) reading.rows.push({ line, values });
  }
  return reading;
}

/** The text of a file, as spreadsheets write it: UTF-8, else the letters of Windows. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
