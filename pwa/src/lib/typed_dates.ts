/** Dates as a browser's field gives them, and what is wrong with them. */

/** The value of a field that holds part of a date, or one that is none: the browser says nothing of what is in it. */
export const HALF = '?';

/** Years that are asked about rather than taken: two digits were meant for this century. */
const CENTURY = 2000;

export interface Years {
  first: number;
  last: number;
}

export type DateReading =
  | { is: 'empty' }
  | { is: 'value'; value: string }
  /** The date that was probably meant; the person says so. */
  | { is: 'unsure'; value: string }
  | { is: 'wrong'; why: 'half' | 'tooEarly' | 'tooLate' };

/** What a field holds. Part of a date is no date, and not nothing either. */
export function typedIn(field: { value: string; validity: { badInput: boolean } }): string {
  return field.validity.badInput ? HALF : field.value;
}

/** Reads the value of a `date` or `datetime-local` field. */
export function readDate(value: string, { first, last }: Years): DateReading {
  if (value === '') return { is: 'empty' };
  const match = /^(\d{4,6})(-\d\d-\d\d(?:T\d\d:\d\d.*)?)$/.exec(value);
  if (!match) return { is: 'wrong', why: 'half' };
  const [year, rest] = [Number(match[1]), match[2] ?? ''];
  if (year < 100) {
    const meant = `${CENTURY + year}${rest}`;
    // The 29th of February is not in every year.
    return isDay(meant) ? { is: 'unsure', value: meant } : { is: 'wrong', why: 'half' };
  }
  if (year < first) return { is: 'wrong', why: 'tooEarly' };
  if (year > last) return { is: 'wrong', why: 'tooLate' };
  return isDay(value) ? { is: 'value', value } : { is: 'wrong', why: 'half' };
}

function isDay(value: string): boolean {
  const day = value.slice(0, 10);
  const instant = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
