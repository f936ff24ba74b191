/** The English texts of imports. */
import { en as s } from '../../../lib/i18n/plural.ts';
import type { fr } from './fr_accounts.ts';

export const en: typeof fr = {
  about:
    'A CSV file, a line for each member and month. Nothing is saved before all of it can be read; it works without network.',
  target: 'What to import',
  targets: { statements: 'Monthly statements', contracts: 'Contracts' },
  file: 'Choose a CSV file',
  notCsv: 'This file does not read as a table.',
  columns: 'Which columns?',
  none: '—',
  optional: (name) => `${name} (optional)`,
  person: 'Member',
  month: 'Month',
  kind: 'Contract',
  lacking: (names) => `Missing: ${names}.`,
  ready: (n) => s(n, 'line ready', 'lines ready'),
  wrong: (n) => s(n, 'line to correct in the file', 'lines to correct in the file'),
  nothingYet: 'Nothing was imported.',
  fault: (line, column, words, text) =>
    `Line ${line}${column ? `, ${column}` : ''}: ${words}${text ? ` (“${text}”)` : ''}`,
  more: (n) => `and ${n} more`,
  faults: {
    missing: 'nothing is written',
    unreadable: 'cannot be read',
    twoWays: 'can be read in two ways',
    outOfBounds: 'amount beyond the limits',
    tooLong: 'too long',
    nobody: 'nobody of that name',
    several: 'several people of that name',
    twice: 'already in the file',
    cells: 'more cells than columns',
  },
  preview: 'Preview',
  run: (n) => `Import ${s(n, 'line', 'lines')}`,
  progress: (done, all) => `${done} of ${all} lines ready to be saved`,
  done: (n) => s(n, 'line imported', 'lines imported'),
};
