/** A sheet of attendance as a table: a line for each person and half-day. */
import type { AttendanceRow, AttendanceSheet, AttendanceSlot } from '../../client/generated/types.ts';
import type { Cell } from '../../lib/csv.ts';
import { toLocalField } from '../../lib/dates.ts';
import type { Catalogue } from '../catalogue.ts';
import type { PaperTexts } from './paper_texts.ts';
import { minutesOf, peopleAt } from './sheet.ts';

/** The head and its lines, half-day by half-day. */
export function attendanceTable(sheet: AttendanceSheet, t: Catalogue, words: PaperTexts): Cell[][] {
  function line(row: AttendanceRow, slot: AttendanceSlot, at: number): Cell[] {
    const cell = row.marks[at] ?? null;
    // What was marked is of the hours that stood then.
    const { start, end } = cell ?? slot;
    const [day = '', from = ''] = toLocalField(start).split('T');
    const [lastDay = '', to = ''] = toLocalField(end).split('T');
    return [
      sheet.title,
      row.name,
      row.of,
      words.parts[cell?.part ?? (row.isTrainer ? 'trainer' : 'participant')],
      day,
      from,
      day === lastDay ? to : `${lastDay} ${to}`,
      minutesOf(cell),
      cell ? t.attendance.presences[cell.presence] : words.unmarked,
      cell?.isSigned ? words.yes : words.no,
      cell?.by ?? '',
      cell ? toLocalField(cell.at).replace('T', ' ') : '',
    ];
  }
  return [
    Object.values(words.columns),
    ...sheet.slots.flatMap((slot, at) => peopleAt(sheet, at).map((row) => line(row, slot, at))),
  ];
}
