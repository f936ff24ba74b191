/** Money as whole cents, rates as hundredths of a percent, distances as whole metres, durations as whole minutes: as typed, and as shown in a field. */
import { cleanLine } from './clean.ts';
import { type Reading, readDecimal } from './number.ts';

const CURRENCY = '(?:€|EUR|euros?)';
const AT_START = new RegExp(`^([-+\\u2010-\\u2013\\u2212]?\\s?)${CURRENCY}\\s?`, 'i');
const AT_END = new RegExp(`\\s?${CURRENCY}$`, 'i');
/** `12€50`, `12 € 50`: where the sign stands in for the comma. */
const AS_MARK = new RegExp(`^([^€]*\\d)\\s?${CURRENCY}\\s?(\\d{1,2})$`, 'i');

const CENT_DECIMALS = 2;
const RATE_DECIMALS = 2;
const METRE_DECIMALS = 3;
const HOUR_MINUTES = 60;

/** Reads an amount in cents: `12,5`, `1 234,56`, `12.50 €`, `12€50`, `-20`. */
export function readCents(text: string): Reading {
  const line = cleanLine(text);
  if (line === '') return { is: 'empty' };
  const marked = AS_MARK.exec(line);
  if (marked && !/[.,]/.test(line)) {
    const [, whole = '', cents = ''] = marked;
    // `12€5` says 12,50 to one and 12,05 to another.
    if (cents.length < CENT_DECIMALS)
      return ask(
        readDecimal(`${whole},${cents}`, CENT_DECIMALS),
        readDecimal(`${whole},0${cents}`, CENT_DECIMALS),
      );
    return readDecimal(`${whole},${cents}`, CENT_DECIMALS);
  }
  const bare = AT_END.test(line) ? line.replace(AT_END, '') : line.replace(AT_START, '$1');
  return readDecimal(bare, CENT_DECIMALS);
}

/** Reads a part of a whole in hundredths of a percent: `33,5`, `33,5 %`. */
export function readRate(text: string): Reading {
  const line = cleanLine(text);
  if (line === '') return { is: 'empty' };
  return readDecimal(line.replace(/\s?%$/, ''), RATE_DECIMALS);
}

/** Reads a distance in metres: `12,4`, `12,4 km`. */
export function readMetres(text: string): Reading {
  const line = cleanLine(text);
  if (line === '') return { is: 'empty' };
  return readDecimal(line.replace(/\s?km$/i, ''), METRE_DECIMALS);
}

/** Reads a duration in minutes: `1:30`, `1h30`, `1 h 30 min`, `90`, `90 min`, `1,5 h`. */
export function readMinutes(text: string): Reading {
  const line = cleanLine(text).toLowerCase();
  if (line === '') return { is: 'empty' };
  const whole = /^(\d{1,4})\s?(?:min(?:utes?)?|mn|['′])?$/.exec(line);
  if (whole) return { is: 'value', value: Number(whole[1]) };
  const clock = /^(\d{1,3})\s?(?::|h(?:eures?)?)\s?(?:(\d{1,2})\s?(?:min(?:utes?)?|mn)?)?$/.exec(line);
  if (clock) {
    const minutes = Number(clock[2] ?? '0');
    if (minutes >= HOUR_MINUTES) return { is: 'wrong', why: 'unreadable' };
    return { is: 'value', value: Number(clock[1]) * HOUR_MINUTES + minutes };
  }
  const hours = /^(\d{1,3}[.,]\d{1,2})\s?(h(?:eures?)?)?$/.exec(line);
  if (hours) {
    const read = readDecimal(hours[1] ?? '', CENT_DECIMALS);
    const value = read.is === 'value' ? Math.round((read.value * HOUR_MINUTES) / 100) : 0;
    return hours[2] ? { is: 'value', value } : { is: 'unsure', values: [value] };
  }
  // `1 30`: an hour and a half, or 130 minutes.
  const spaced = /^(\d{1,2}) (\d{2})$/.exec(line);
  if (!spaced) return { is: 'wrong', why: 'unreadable' };
  const [, before = '', after = ''] = spaced;
  const both = [Number(before) * HOUR_MINUTES + Number(after), Number(before + after)];
  return { is: 'unsure', values: Number(after) < HOUR_MINUTES ? both : both.slice(1) };
}

function ask(...readings: Reading[]): Reading {
  const values = readings.flatMap((one) =>
    one.is === 'value' ? [one.value] : one.is === 'unsure' ? one.values : [],
  );
  return values.length > 0
    ? { is: 'unsure', values: [...new Set(values)] }
    : { is: 'wrong', why: 'unreadable' };
}

/** Shows cents in a field, without currency or grouping: `12,50`. */
export function centsToField(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const [whole, decimals] = [Math.trunc(Math.abs(cents) / 100), Math.abs(cents) % 100];
  return `${sign}${whole},${String(decimals).padStart(2, '0')}`;
}

/** Shows hundredths of a percent in a field, as percent: `33,5`. */
export function rateToField(bp: number): string {
  return String(bp / 10 ** RATE_DECIMALS).replace('.', ',');
}

/** Shows metres in a field, as kilometres: `12,4`. */
export function metresToField(metres: number): string {
  const whole = Math.trunc(metres / 1000);
  const part = String(metres % 1000)
    .padStart(METRE_DECIMALS, '0')
    .replace(/0+$/, '');
  if (part === '') return String(whole);
  // Three digits after the comma may be thousands: one more says that they are decimals.
  return `${whole},${part.length === METRE_DECIMALS ? `${part}0` : part}`;
}

/** Shows minutes in a field: `1:30`. */
export function minutesToField(minutes: number): string {
  return `${Math.trunc(minutes / HOUR_MINUTES)}:${String(minutes % HOUR_MINUTES).padStart(2, '0')}`;
}
