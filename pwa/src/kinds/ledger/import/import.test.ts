import { expect, test } from 'vitest';

import type { ContractRow } from '../../../client/generated/types.ts';
import { readCell } from './cells.ts';
import { COLUMNS, guess, lacking } from './columns.ts';
import { commandsOf } from './commands.ts';
import { readRows, textOf } from './reading.ts';

const PEOPLE = [
  { member: 'm1', name: 'Maëlle L’Hostis', tradeName: 'Atelier du port' },
  { member: 'm2', name: 'Yann Le Goff', tradeName: 'Le Goff' },
  { member: 'm3', name: 'Yann Le Goff', tradeName: 'Bois' },
];
const shown = (key: string): string => (key === 'member' ? 'Membre' : key);
const HEAD = [
  'Nom',
  'Mois',
  'Arrêté au',
  'Trésorerie',
  'Charges',
  'Fournisseurs',
  'Salaires',
  'Clients',
  'Notes de frais',
  'CA HT',
  'Achats',
  'Frais',
  'Contribution',
  'Paie',
];
const line = (person: string, month = '02/2026', cash = '1 234,50'): string[] => [
  person,
  month,
  '28/02/2026',
  cash,
  '0',
  '0',
  '0',
  '0',
  '0',
  '3 000',
  '500',
  '0',
  '250',
  '0',
];
const mapping = guess('statements', HEAD, shown);

test('columns are found by the names that accounts give them', () => {
  expect(lacking('statements', mapping)).toEqual([]);
  expect(lacking('statements', guess('statements', ['Nom', 'Mois'], shown))).toContain('cashCents');
  expect(lacking('contracts', guess('contracts', ['Membre', 'Contrat', 'Début'], shown))).toEqual([]);
});

test('a good file becomes one statement a line', () => {
  const { rows, faults } = readRows(
    'statements',
    [HEAD, line('maelle l hostis'), line('BOIS')],
    mapping,
    PEOPLE,
  );
  expect(faults).toEqual([]);
  const commands = commandsOf('statements', rows, new Map(), () => 'new');
  expect(commands[0]).toEqual({
    type: 'setStatement',
    member: 'm1',
    month: '2026-02',
    statement: {
      asOf: '2026-02-28',
      cashCents: 123_450,
      chargesCents: 0,
      suppliersCents: 0,
      salariesCents: 0,
      customersCents: 0,
      notesCents: 0,
      turnoverCents: 300_000,
      purchasesCents: 50_000,
      expensesCents: 0,
      contributionCents: 25_000,
      payrollCents: 0,
    },
  });
  expect(commands[1]).toMatchObject({ member: 'm3' });
});

test.each([
  [line('Inconnue'), 'member', 'nobody'],
  [line('Yann Le Goff'), 'member', 'several'],
  [line('Bois', 'février'), 'month', 'unreadable'],
  [line('Bois', '13/2026'), 'month', 'unreadable'],
  [line('Bois', '02/2026', '1.234'), 'cashCents', 'twoWays'],
  [line('Bois', '02/2026', '99 999 999 999'), 'cashCents', 'outOfBounds'],
  [line('Bois', '02/2026', ''), 'cashCents', 'missing'],
  [line('Bois', '02/2026', '=1+1'), 'cashCents', 'unreadable'],
  [[...line('Bois'), 'de trop'], null, 'cells'],
])('what is not sure is a fault with its line: %j', (row, key, fault) => {
  const { rows, faults } = readRows('statements', [HEAD, line('Atelier du port'), row], mapping, PEOPLE);
  expect(faults).toEqual([expect.objectContaining({ line: 3, key, fault })]);
  expect(rows).toHaveLength(1);
});

test('the same month of the same person twice is a fault', () => {
  const { faults } = readRows('statements', [HEAD, line('Bois'), line('Bois')], mapping, PEOPLE);
  expect(faults).toEqual([{ line: 3, key: null, fault: 'twice', text: '' }]);
});

test('a contract that stands is brought to what the file says, another is made', () => {
  const head = ['Membre', 'Contrat', 'Début', 'Fin', 'Taux', 'Assiette'];
  const found = guess('contracts', head, shown);
  const cells = [
    head,
    ['Bois', 'CESA', '01/01/2026', '', '10 %', 'marge'],
    ['Le Goff', 'cape', '2026-01-01', '', '', ''],
  ];
  const { rows, faults } = readRows('contracts', cells, found, PEOPLE);
  expect(faults).toEqual([]);
  const standing = { info: { id: 'c1' }, fields: { kind: 'cesa', start: '2026-01-01' } } as ContractRow;
  const commands = commandsOf('contracts', rows, new Map([['m3', [standing]]]), () => 'new');
  expect(commands[0]).toMatchObject({
    type: 'editContract',
    id: 'c1',
    changes: { contributionRateBp: 1_000, contributionBasis: 'margin' },
  });
  expect(commands[1]).toMatchObject({
    type: 'addContract',
    member: 'm2',
    id: 'new',
    contract: { goals: '' },
  });
});

test('a day that is none is not taken', () => {
  const column = COLUMNS.contracts.find(({ key }) => key === 'start');
  if (!column) throw new Error('no such column');
  for (const typed of ['30/02/2026', '2026-2-3', '45000', '01/01/26']) {
    expect(readCell(column, typed, PEOPLE)).toEqual({ fault: 'unreadable' });
  }
});

test('the letters of Windows are read as well as UTF-8', () => {
  const bytes = (all: number[]): ArrayBuffer => new Uint8Array(all).buffer;
  expect(textOf(bytes([0xc9, 0x74, 0xe9]))).toBe('Été');
  expect(textOf(bytes([0xef, 0xbb, 0xbf, 0xc3, 0x89]))).toBe('É');
});

const MANY = Array.from({ length: 84 }, (_, index) => ({
  member: `m${index}`,
  name: `Membre ${String(index).padStart(2, '0')}`,
  tradeName: '',
}));
const MONTHS = Array.from({ length: 12 }, (_, index) => `${String(index + 1).padStart(2, '0')}/2025`);
const YEAR = MANY.flatMap(({ name }) => MONTHS.map((month) => line(name, month)));

test('a year of statements for 84 members is one file, and each line one statement', () => {
  const { rows, faults } = readRows('statements', [HEAD, ...YEAR], mapping, MANY);
  expect(faults).toEqual([]);
  const commands = commandsOf('statements', rows, new Map(), () => 'new');
  expect(commands).toHaveLength(1_008);
  expect(commands[1_007]).toMatchObject({ member: 'm83', month: '2025-12' });
});

test('each line of a long file that is not sure is told by its number', () => {
  const wrong = YEAR.with(500, line('Inconnue')).with(1_000, line('Membre 83', '13/2025'));
  const { faults } = readRows('statements', [HEAD, ...wrong], mapping, MANY);
  expect(faults.map(({ line: at, fault }) => [at, fault])).toEqual([
    [502, 'nobody'],
    [1_002, 'unreadable'],
  ]);
});
