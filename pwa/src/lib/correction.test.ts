import { expect, test } from 'vitest';

import type { ExpenseFields } from '../client/generated/types.ts';
import { type Correction, draftOf, entryOf, startFrom } from './correction.ts';

const stored = { label: 'Encre', netCents: 1_000, date: '2026-03-02' } as ExpenseFields;

function refused(command: Correction['command']): Correction {
  return { item: 4, command, reason: '' };
}

test('a new entry is filled with what was refused, under its own identifier', () => {
  const expense = { ...stored, label: 'Papier' };
  const correction = refused({ type: 'addExpense', id: 'one', expense });
  expect(startFrom<ExpenseFields>(undefined, correction)).toMatchObject({ label: 'Papier', netCents: 1_000 });
  expect(entryOf(undefined, correction)).toBe('one');
  expect(draftOf('expense:new', correction)).toBe('refused:4');
});

test('an edit shows the entry as it stands with the refused changes on top', () => {
  const changes = { netCents: 9 };
  const correction = refused({ type: 'editExpense', year: 2026, id: 'one', changes });
  expect(startFrom(stored, correction)).toMatchObject({ label: 'Encre', netCents: 9 });
});

test('fields at the top of a command count too, and what it leaves as it is does not', () => {
  const correction = refused({ type: 'editJournalEntry', year: 2026, id: 'one', date: null, text: 'Vu' });
  expect(startFrom({ date: '2026-03-02', text: 'Lu' }, correction)).toMatchObject({
    date: '2026-03-02',
    text: 'Vu',
  });
});

test('without a correction a form starts from its entry alone', () => {
  expect(startFrom(stored, undefined)).toEqual(stored);
  expect(draftOf('expense:new', undefined)).toBe('expense:new');
});
