/**
 * Numbers as people write them in French. What can be read in two ways is asked, never guessed; what cannot be read is
 * said to be so.
 */
import { cleanLine } from './clean.ts';

/** What a field's text says. */
export type Reading =
  | { is: 'empty' }
  | { is: 'value'; value: number }
  /** What it may say; the person chooses. */
  | { is: 'unsure'; values: number[] }
  | { is: 'wrong'; why: 'unreadable' | 'negative' | 'tooSmall' | 'tooBig' };

/** The least and the most that a field takes. */
export interface Bounds {
  min: number;
  max: number;
}

/** Whole thousands are apart by one of these, the same throughout. */
const GROUPED = /^(\d{1,3})(?:(?: \d{3})+|(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?:['’]\d{3})+)$/;
const GROUPED_DECIMAL =
  /^(?:\d{1,3}(?:(?: \d{3})+|(?:['’]\d{3})+)[.,]|\d{1,3}(?:\.\d{3})+,|\d{1,3}(?:,\d{3})+\.)(\d+)$/;
const MINUS = /^[-\u2010-\u2013\u2212]\s?/;

/** Within its bounds, or which way it is beyond them. */
export function bounded(reading: Reading, { min, max }: Bounds): Reading {
  const fits = (value: number): boolean => min <= value && value <= max;
  switch (reading.is) {
    case 'value':
      if (fits(reading.value)) return reading;
      if (reading.value > max) return { is: 'wrong', why: 'tooBig' };
      return { is: 'wrong', why: reading.value < 0 ? 'negative' : 'tooSmall' };
    case 'unsure': {
      const values = reading.values.filter(fits);
      return values.length > 0 ? { is: 'unsure', values } : { is: 'wrong', why: 'unreadable' };
    }
    default:
      return reading;
  }
}

/** A whole number, of people or of seats: digits, or thousands apart. */
export function readWhole(text: string, bounds: Bounds): Reading {
  const line = cleanLine(text);
  if (line === '') return { is: 'empty' };
  const digits = /^\d{1,3}(?: \d{3})+$/.test(line) ? line.replaceAll(' ', '') : line;
  const match = /^(-?)(\d{1,12})$/.exec(digits.replace(MINUS, '-'));
  if (!match) return { is: 'wrong', why: 'unreadable' };
  return bounded({ is: 'value', value: Number(match[0]) }, bounds);
}

/**
 * A decimal number in units of its last decimal: with two decimals, `12,50` is 1250. `line` is cleaned and holds no
 * unit any more.
 */
export function readDecimal(line: string, decimals: number): Reading {
  const negative = MINUS.test(line);
  const body = line.replace(MINUS, '').replace(/^\+\s?/, '');
  const reading = readUnsigned(body, decimals);
  if (!negative) return reading;
  const turned = (value: number): number => (value === 0 ? 0 : -value);
  if (reading.is === 'value') return { is: 'value', value: turned(reading.value) };
  return reading.is === 'unsure' ? { is: 'unsure', values: reading.values.map(turned) } : reading;
}

function readUnsigned(body: string, decimals: number): Reading {
  const value = (whole: string, part = ''): Reading =>
    part.replace(/0+$/, '').length > decimals
      ? { is: 'wrong', why: 'unreadable' }
      : { is: 'value', value: unitsOf(whole, part, decimals) };
  if (/^\d+$/.test(body)) return value(body);
  // Three digits after one mark: thousands, or decimals.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) {
    const [whole = '', part = ''] = body.split(/[.,]/);
    return { is: 'unsure', values: [unitsOf(whole + part, '', decimals), unitsOf(whole, part, decimals)] };
  }
  const plain = /^(\d*)[.,](\d*)$/.exec(body);
  if (plain && (plain[1] || plain[2])) return value(plain[1] ?? '', plain[2]);
  if (GROUPED.test(body)) return value(body.replace(/\D/g, ''));
  const grouped = GROUPED_DECIMAL.exec(body);
  if (grouped) {
    const part = grouped[1] ?? '';
    return value(body.slice(0, -part.length).replace(/\D/g, ''), part);
  }
  return readSpaced(body, decimals);
}

/** Spaces where none belong: what it would be without them, and with the last as a decimal mark. */
function readSpaced(body: string, decimals: number): Reading {
  const match = /^(\d[\d ]*?)(?: ?[.,] ?(\d+))?$/.exec(body);
  const [whole, part] = [match?.[1], match?.[2] ?? ''];
  if (!whole || part.length > decimals) return { is: 'wrong', why: 'unreadable' };
  const joined = unitsOf(whole.replaceAll(' ', ''), part, decimals);
  const last = /^(.*\d) (\d+)$/.exec(whole);
  const cut = part === '' && last?.[2] !== undefined && last[2].length <= decimals;
  const values = cut
    ? [unitsOf((last[1] ?? '').replaceAll(' ', ''), last[2] ?? '', decimals), joined]
    : [joined];
  return { is: 'unsure', values };
}

/** A part too fine for the unit is rounded: only asked for, never taken unasked. */
function unitsOf(whole: string, part: string, decimals: number): number {
  const fine = part.slice(0, decimals + 1).padEnd(decimals + 1, '0');
  return Number(whole || '0') * 10 ** decimals + Math.round(Number(fine) / 10);
}

/** What was read, where it is sure. */
export function sure(reading: Reading): number | null {
  return reading.is === 'value' ? reading.value : null;
}
