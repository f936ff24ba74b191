import { expect, test } from 'vitest';

import type { ExpenseFields } from '../client/generated/types.ts';
import { type Correction, draftOf, refusedIn, saidIn } from './correction.ts';

const stored = { label: 'Encre', netCents: 1_000, date: '2026-03-02' } as ExpenseFields;

function refused(command: Correction['command']): Correction {
  return { item: 4, command, reason: '' };
}

test('a new entry is filled with what was refused, under its own identifier', () => {
  const expense = { ...stored, label: 'Papier' };
  const correction = refused({ type: 'addExpense', id: 'one', expense });
  expect(refusedIn(correction)).toMatchObject({ label: 'Papier', netCents: 1_000 });
  expect(saidIn(correction)).toBe('one');
  expect(draftOf('expense:new', correction)).toBe('refused:4');
});

test('of an edit only the refused changes are put on what stands', () => {
  const changes = { netCents: 9 };
  const correction = refused({ type: 'editExpense', year: 2026, id: 'one', changes });
  expect(refusedIn(correction)).toMatchObject({ netCents: 9 });
  expect(refusedIn(correction)).not.toHaveProperty('label');
});

test('fields at the top of a command count too, and what it leaves as it is does not', () => {
  const correction = refused({ type: 'editJournalEntry', year: 2026, id: 'one', date: null, text: 'Vu' });
  expect(refusedIn(correction)).toMatchObject({ text: 'Vu' });
  expect(refusedIn(correction)).not.toHaveProperty('date');
});

test('without a correction a form is named after its entry alone', () => {
  expect(draftOf('expense:new', undefined)).toBe('expense:new');
  expect(saidIn(undefined)).toBeUndefined();
});
