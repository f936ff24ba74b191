/** Dates between fields, views and the catalogue. Nothing here reads the clock: `now` is passed in. */

/** Where the cooperatives live. Instants are shown in this zone whatever the phone says. */
export const ZONE = 'Europe/Paris';

const DAY_MS = 86_400_000;

/** Made once: making one is slow. Its parts are read by name, for no locale's order is the same everywhere. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day, in the cooperative's zone, that an instant falls on: `2026-11-22`. */
export function dayOf(instant: string | number | Date): string {
  const parts = DAY.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The value of a `datetime-local` field for an instant, in the cooperative's zone. */
export function toLocalField(instant: string): string {
  return `${dayOf(instant)}T${TIME.format(new Date(instant))}`;
}

/** The instant that a `datetime-local` field names in the cooperative's zone, or `null`. */
export function fromLocalField(field: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(field)) return null;
  const wanted = Date.parse(`${field.slice(0, 16)}:00Z`);
  if (Number.isNaN(wanted)) return null;
  // The offset at the guess is the offset at the answer, but for the hour around a change of clocks.
  let instant = wanted;
  for (let pass = 0; pass < 2; pass++) {
    const shown = Date.parse(`${toLocalField(new Date(instant).toISOString())}:00Z`);
    instant += wanted - shown;
  }
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The date some days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The twelve months of a year as `YYYY-MM`. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The instant so many days after another, to the minute, as documents hold it. */
export function daysAfter(ms: number, days: number): string {
  return new Date(ms + days * 86_400_000).toISOString().replace(/:\d\d\.\d+Z$/, ':00Z');
}
