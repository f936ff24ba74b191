/** What a sheet says of its half-days and its people. Pure. */
import type {
  AttendanceRow,
  AttendanceSheet,
  AttendanceSlot,
  AttendedRow,
  MarkCell,
} from '../../client/generated/types.ts';
import { dayOf } from '../../lib/dates.ts';
import type { Formats } from '../../lib/format.ts';

const MINUTE_MS = 60_000;

/** When something began and ended. */
type Span = Pick<AttendanceSlot, 'start' | 'end'>;

/** What names somebody of a sheet. */
export const whoIs = ({ member, visitor }: AttendanceRow): string => member ?? visitor ?? '';

/** The half-day that is now or next; the last one once all are over. */
export function slotNow(slots: readonly AttendanceSlot[], nowMs: number): AttendanceSlot | undefined {
  const standing = slots.filter(({ stands }) => stands);
  return standing.find(({ end }) => Date.parse(end) > nowMs) ?? standing.at(-1) ?? slots[0];
}

/** From when to when, on the day that stands beside it: `09:00–12:30`. */
export function hoursOf(f: Formats, { start, end }: Span): string {
  const isOneDay = dayOf(start) === dayOf(end);
  return isOneDay ? f.hours(start, end) : f.interval(start, end);
}

/** The day and the hours: `jeudi 12 mai 09:00–12:30`. */
export function whenOf(f: Formats, span: Span): string {
  const hours = hoursOf(f, span);
  return dayOf(span.start) === dayOf(span.end) ? `${f.longDay(dayOf(span.start))} ${hours}` : hours;
}

/** Whether somebody signed for other hours than those that stand now. */
export function isOfOtherHours(slot: Span, cell: MarkCell): boolean {
  const isSame = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other);
  return cell.isSigned && !(isSame(slot.start, cell.start) && isSame(slot.end, cell.end));
}

/** How long somebody was there, as it was marked; 0 for who was not. */
export function minutesOf(mark: (Span & Pick<MarkCell | AttendedRow, 'presence'>) | null): number {
  if (mark?.presence !== 'present') return 0;
  return Math.max(0, Math.round((Date.parse(mark.end) - Date.parse(mark.start)) / MINUTE_MS));
}

/** Who is on a sheet of a half-day: of one that was taken out, those alone of whom something is marked. */
export function peopleAt({ rows, slots }: AttendanceSheet, at: number): AttendanceRow[] {
  return slots[at]?.stands ? rows : rows.filter(({ marks }) => marks[at]);
}

/** Who may sign next: those after somebody first, then the others; nobody who is marked as not there. */
export function nextToSign(sheet: AttendanceSheet, at: number, after?: string): AttendanceRow | undefined {
  const people = peopleAt(sheet, at);
  const from = people.findIndex((row) => whoIs(row) === after) + 1;
  const isOpen = ({ marks }: AttendanceRow): boolean => {
    const cell = marks[at];
    return !cell || (cell.presence === 'present' && !cell.isSigned);
  };
  return [...people.slice(from), ...people.slice(0, from)].find((row) => whoIs(row) !== after && isOpen(row));
}
