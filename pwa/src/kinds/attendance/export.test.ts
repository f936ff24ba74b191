import { expect, test } from 'vitest';

import type { AttendanceRow, AttendanceSheet } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS as ALL } from '../catalogue.ts';
import { attendanceTable } from './export.ts';
import { TEXTS } from './paper_texts.ts';

const words = TEXTS.fr;
const SLOT = { id: 'a', start: '2026-05-12T07:00:00Z', end: '2026-05-12T10:30:00Z', stands: true };

/** A sheet of one half-day. */
function sheet(
  rows: Partial<AttendanceRow>[],
  slots: object[] = [SLOT],
  title = 'Gérer son temps',
): AttendanceSheet {
  const all = rows.map((row) => ({ name: '', of: '', isTrainer: false, marks: [null], ...row }));
  return { title, slots, rows: all } as unknown as AttendanceSheet;
}

const mark = (given: object): AttendanceRow['marks'] =>
  [
    {
      presence: 'present',
      part: 'participant',
      isSigned: false,
      start: SLOT.start,
      end: SLOT.end,
      by: 'Chloé Fauré',
      at: '2026-05-12T07:12:00Z',
      ...given,
    },
  ] as AttendanceRow['marks'];

/** What a line says, by the words over it. */
function told(table: ReturnType<typeof attendanceTable>, at: number): Record<string, unknown> {
  return Object.fromEntries((table[0] ?? []).map((name, column) => [name, table[at]?.[column]]));
}

test('each person and half-day is a line: hours in Paris, how long, as what, signed or not, by whom', () => {
  const table = attendanceTable(
    sheet([
      { name: 'Maëlle Le Goff', of: 'Atelier du Lin', marks: mark({ isSigned: true }) },
      { name: 'Paul', marks: mark({ presence: 'excused' }) },
      { name: 'Inès' },
      { name: 'Yann', isTrainer: true, marks: mark({ part: 'trainer' }) },
    ]),
    ALL.fr,
    words,
  );
  expect(table).toHaveLength(5);
  expect(told(table, 1)).toEqual({
    Événement: 'Gérer son temps',
    Nom: 'Maëlle Le Goff',
    'Enseigne ou organisme': 'Atelier du Lin',
    Rôle: 'Participe',
    Date: '2026-05-12',
    Début: '09:00',
    Fin: '12:30',
    'Présence (min)': 210,
    Statut: 'Présent·e',
    Signé: 'oui',
    'Noté par': 'Chloé Fauré',
    'Noté le': '2026-05-12 09:12',
  });
  expect(told(table, 2)).toMatchObject({ Statut: 'Excusé·e', 'Présence (min)': 0, Signé: 'non' });
  expect(told(table, 3)).toMatchObject({ Statut: 'Non noté', 'Présence (min)': 0, 'Noté par': '' });
  expect(told(table, 4)).toMatchObject({ Rôle: 'Anime' });
});

test('what was marked keeps its hours, and a half-day that was taken out has those alone who were marked', () => {
  const moved = mark({ end: '2026-05-12T09:00:00Z' });
  const table = attendanceTable(
    sheet([{ name: 'Maëlle', marks: moved }, { name: 'Paul' }], [{ ...SLOT, stands: false }]),
    ALL.fr,
    words,
  );
  expect(table).toHaveLength(2);
  expect(told(table, 1)).toMatchObject({ Nom: 'Maëlle', Fin: '11:00', 'Présence (min)': 120 });
});

test('no name of anybody is a formula or breaks a row', () => {
  for (const name of HOSTILE) {
    const all = sheet([{ name, of: name, marks: mark({ by: name }) }], [SLOT], name);
    expect(faultsOf(attendanceTable(all, ALL.fr, words))).toEqual([]);
  }
});
