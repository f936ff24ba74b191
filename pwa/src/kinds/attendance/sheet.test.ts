import { expect, test } from 'vitest';

import type {
  AttendanceRow,
  AttendanceSheet,
  AttendanceSlot,
  MarkCell,
} from '../../client/generated/types.ts';
import { Formats } from '../../lib/format.ts';
import { isOfOtherHours, minutesOf, nextToSign, peopleAt, slotNow, whenOf } from './sheet.ts';

const slot = (id: string, start: string, end: string, stands = true): AttendanceSlot =>
  ({ id, start, end, stands }) as AttendanceSlot;
const MORNING = slot('m', '2026-05-12T07:00:00Z', '2026-05-12T10:30:00Z');
const AFTERNOON = slot('a', '2026-05-12T12:00:00Z', '2026-05-12T15:00:00Z');
const GONE = slot('g', '2026-05-11T07:00:00Z', '2026-05-11T10:00:00Z', false);

const at = (moment: string): number => Date.parse(moment);
const cell = (given: Partial<MarkCell>): MarkCell =>
  ({ presence: 'present', isSigned: false, start: MORNING.start, end: MORNING.end, ...given }) as MarkCell;
const row = (member: string, ...marks: (MarkCell | null)[]): AttendanceRow =>
  ({ member, visitor: null, marks }) as unknown as AttendanceRow;

test('a sheet opens at the half-day that is now or next, and at the last one once all are over', () => {
  const slots = [MORNING, AFTERNOON, GONE];
  expect(slotNow(slots, at('2026-05-12T06:00:00Z'))).toBe(MORNING);
  expect(slotNow(slots, at('2026-05-12T10:00:00Z'))).toBe(MORNING);
  expect(slotNow(slots, at('2026-05-12T10:45:00Z'))).toBe(AFTERNOON);
  expect(slotNow(slots, at('2026-06-01T08:00:00Z'))).toBe(AFTERNOON);
  expect(slotNow([GONE], at('2026-06-01T08:00:00Z'))).toBe(GONE);
});

test('a half-day is told by its day and hours', () => {
  const f = new Formats('fr', () => at('2026-05-01T08:00:00Z'), 'Europe/Paris');
  expect(whenOf(f, MORNING)).toBe('mardi 12 mai 09:00–12:30');
  const far = new Formats('fr', () => at('2026-05-01T08:00:00Z'), 'Indian/Reunion');
  expect(whenOf(far, MORNING)).toBe('mardi 12 mai 09:00–12:30\u00a0(heure de Paris)');
});

test('the phone goes round the room, past those who signed or are not there', () => {
  const rows = [
    row('a', null),
    row('b', cell({ isSigned: true })),
    row('c', cell({ presence: 'excused' })),
    row('d', cell({})),
  ];
  const sheet = { slots: [MORNING], rows } as AttendanceSheet;
  expect(nextToSign(sheet, 0)?.member).toBe('a');
  expect(nextToSign(sheet, 0, 'a')?.member).toBe('d');
  expect(nextToSign(sheet, 0, 'd')?.member).toBe('a');
  expect(nextToSign({ ...sheet, rows: rows.slice(0, 3) }, 0, 'a')).toBeUndefined();
});

test('a half-day that was taken out has those alone of whom something is marked', () => {
  const rows = [row('a', null, cell({})), row('b', null, null)];
  const sheet = { slots: [MORNING, GONE], rows } as AttendanceSheet;
  expect(peopleAt(sheet, 0)).toHaveLength(2);
  expect(peopleAt(sheet, 1).map(({ member }) => member)).toEqual(['a']);
});

test('what was signed for other hours is told, however the moment is written', () => {
  const written = { start: '2026-05-12T09:00:00+02:00', end: '2026-05-12T12:30:00+02:00' };
  expect(isOfOtherHours(MORNING, cell({ isSigned: true, ...written }))).toBe(false);
  expect(isOfOtherHours(MORNING, cell({ isSigned: true, end: AFTERNOON.start }))).toBe(true);
  expect(isOfOtherHours(MORNING, cell({ end: AFTERNOON.start }))).toBe(false);
});

test('who was not there was there for no time', () => {
  expect(minutesOf(cell({}))).toBe(210);
  expect(minutesOf(cell({ presence: 'absent' }))).toBe(0);
  expect(minutesOf(null)).toBe(0);
});
