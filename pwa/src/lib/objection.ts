/** Why what is typed in a field is not taken. Said beside it, in the reader's words. */
import type { Catalogue } from './i18n/catalogue.ts';
import type { Formats } from './format.ts';
import {
  centsToField,
  metresToField,
  minutesToField,
  rateToField,
  readCents,
  readMetres,
  readMinutes,
  readRate,
} from './money.ts';
import { type Bounds, type Reading, bounded, readWhole } from './number.ts';
import { type DateReading, type Years, readDate } from './typed_dates.ts';

/** The kinds of number that people type. */
export type NumberKind = 'money' | 'rate' | 'distance' | 'minutes' | 'whole';

interface Typing {
  read(text: string, bounds: Bounds): Reading;
  /** As it stands in a field. */
  typed(value: number): string;
  /** As it is shown. */
  shown(f: Formats, value: number): string;
}

export const NUMBERS: Record<NumberKind, Typing> = {
  money: {
    read: (text, bounds) => bounded(readCents(text), bounds),
    typed: centsToField,
    shown: (f, cents) => f.money(cents),
  },
  rate: {
    read: (text, bounds) => bounded(readRate(text), bounds),
    typed: rateToField,
    shown: (f, bp) => f.rate(bp),
  },
  distance: {
    read: (text, bounds) => bounded(readMetres(text), bounds),
    typed: metresToField,
    shown: (f, metres) => f.distance(metres),
  },
  minutes: {
    read: (text, bounds) => bounded(readMinutes(text), bounds),
    typed: minutesToField,
    shown: (f, minutes) => f.duration(minutes),
  },
  whole: { read: readWhole, typed: String, shown: (f, value) => f.number(value) },
};

export type Objection =
  | { of: NumberKind; bounds: Bounds; reading: Reading }
  | { of: 'date'; years: Years; reading: DateReading }
  | { of: 'text'; bytes: number; max: number };

/** What a number's field objects to; nothing where it can be read, or is empty. */
export function numberObjection(of: NumberKind, text: string, bounds: Bounds): Objection | undefined {
  const reading = NUMBERS[of].read(text, bounds);
  return reading.is === 'unsure' || reading.is === 'wrong' ? { of, bounds, reading } : undefined;
}

export function dateObjection(value: string, years: Years): Objection | undefined {
  const reading = readDate(value, years);
  return reading.is === 'unsure' || reading.is === 'wrong' ? { of: 'date', years, reading } : undefined;
}

export function lengthObjection(text: string, max: number): Objection | undefined {
  const bytes = new TextEncoder().encode(text).length;
  return bytes > max ? { of: 'text', bytes, max } : undefined;
}

/** The objection in words. */
export function objectionWords(t: Catalogue, f: Formats, objection: Objection): string {
  const words = t.field;
  if (objection.of === 'text') return words.tooLong(f.number(objection.bytes), f.number(objection.max));
  const { reading } = objection;
  if (reading.is === 'unsure') return words.asked;
  if (reading.is !== 'wrong') return '';
  if (objection.of === 'date') {
    return reading.why === 'half' ? words.half : words.years(objection.years.first, objection.years.last);
  }
  const shown = (value: number): string => NUMBERS[objection.of as NumberKind].shown(f, value);
  switch (reading.why) {
    case 'negative':
    case 'tooSmall':
      return words.atLeast(shown(objection.bounds.min));
    case 'tooBig':
      return words.atMost(shown(objection.bounds.max));
    default:
      return words.unreadable[objection.of];
  }
}
