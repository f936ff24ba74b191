/** How values are shown, in the reader's language. Formatters are made once: making one is slow. */
import { ZONE, dayOf, daysBetween } from './dates.ts';
import type { Language } from './i18n/languages.ts';

/** Below this age, a contact is told in minutes. */
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Beyond this age, a date says more than a count of days. */
const MONTH_MS = 30 * DAY_MS;

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

export class Formats {
  readonly #money: Intl.NumberFormat;
  readonly #wholeMoney: Intl.NumberFormat;
  readonly #kilometres: Intl.NumberFormat;
  readonly #number: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #rate: Intl.NumberFormat;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #locale: string;
  readonly #now: () => number;
  readonly #phoneZone: string;

  /** `phoneZone` is where the phone says that it is. */
  constructor(
    language: Language,
    now: () => number = Date.now,
    phoneZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  ) {
    this.#now = now;
    this.#phoneZone = phoneZone;
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    this.#locale = locale;
    this.#money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
    this.#wholeMoney = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'EUR',
      trailingZeroDisplay: 'stripIfInteger',
    });
    this.#kilometres = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'kilometer',
      maximumFractionDigits: 3,
    });
    this.#number = new Intl.NumberFormat(locale);
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent' });
    this.#rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** `1 234,50 €` */
  money(cents: number): string {
    return this.#money.format(cents / 100);
  }

  /** Hundredths of a percent: `5,5 %` */
  rate(bp: number): string {
    return this.#rate.format(bp / 10_000);
  }

  /** `42 %` */
  share(part: number, whole: number): string {
    return this.#percent.format(whole === 0 ? 0 : part / whole);
  }

  /** `1 235 €`, and its cents where there are any: what is shown in two places adds up. */
  wholeMoney(cents: number): string {
    return this.#wholeMoney.format(cents / 100);
  }

  /** `12,4 km` */
  distance(metres: number): string {
    return this.#kilometres.format(metres / 1000);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** `1 h 30`, never cut at the end of a line. */
  duration(minutes: number): string {
    const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
    if (hours === 0) return `${rest}\u00a0min`;
    return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
  }

  /** `dimanche 22 novembre`; with its year when that is not this one. */
  longDay(date: string): string {
    return this.#date({ weekday: 'long', day: 'numeric', month: 'long', ...this.#year(date) }, date);
  }

  /** `22 nov.` this year, `22 nov. 2025` otherwise. */
  shortDay(date: string): string {
    return this.#date({ day: 'numeric', month: 'short', ...this.#year(date) }, date);
  }

  /** The year of a day, unless it is this one. */
  otherYear(date: string): string {
    return this.#isThisYear(date) ? '' : date.slice(0, 4);
  }

  /** The two halves of a date in the margin: `22` and `dim.` */
  dayNumber(date: string): string {
    return String(Number(date.slice(8, 10)));
  }

  weekday(date: string): string {
    return this.#date({ weekday: 'short' }, date);
  }

  shortMonth(month: string): string {
    return this.#date({ month: 'short' }, `${month}-01`);
  }

  /** One letter, for the foot of a chart. */
  narrowMonth(month: string): string {
    return this.#date({ month: 'narrow' }, `${month}-01`);
  }

  month(month: string): string {
    return this.#date({ month: 'long', year: 'numeric' }, `${month}-01`);
  }

  /** The month as a title: French months begin small, titles do not. */
  monthTitle(month: string): string {
    const words = this.month(month);
    return words.charAt(0).toLocaleUpperCase(this.#locale) + words.slice(1);
  }

  /** `aujourd’hui`, `demain`, `il y a 3 jours`; further away, the date. */
  nearDay(date: string, today: string): string {
    const days = daysBetween(today, date);
    return Math.abs(days) <= 6 ? this.#relative.format(days, 'day') : this.shortDay(date);
  }

  /** As `nearDay`, and weeks and months for what is long past: `il y a 3 mois` says more there than a date. */
  roughDay(date: string, today: string): string {
    const days = daysBetween(today, date);
    if (days > -WEEK_DAYS) return this.nearDay(date, today);
    return days > -2 * MONTH_DAYS
      ? this.#relative.format(Math.ceil(days / WEEK_DAYS), 'week')
      : this.#relative.format(Math.ceil(days / MONTH_DAYS), 'month');
  }

  /** `14:03`, in the cooperative's zone; `14:03 (heure de Paris)` on a phone where it is another time. */
  time(instant: string): string {
    return this.#clock(instant) + this.#zone(instant);
  }

  /** `09:00–12:30`, of one day; the zone as `time` says it, once. */
  hours(start: string, end: string): string {
    return `${this.#clock(start)}–${this.#clock(end)}${this.#zone(start)}`;
  }

  /** `le 22/11/2026 à 14:03`: what is proved by it outlives the year. */
  receipt(instant: string): string {
    const day = this.#instant({ day: '2-digit', month: '2-digit', year: 'numeric' }, instant);
    return this.#locale === 'fr-FR'
      ? `le ${day} à ${this.time(instant)}`
      : `on ${day} at ${this.time(instant)}`;
  }

  /** `mardi 24 novembre à 14:00` */
  appointment(instant: string): string {
    return this.#moment(instant) + this.#zone(instant);
  }

  /** `mardi 24 novembre à 14:00 – 16:00`; both days when it ends on another. */
  interval(start: string, end: string): string {
    const last = dayOf(start) === dayOf(end) ? this.#clock(end) : this.#moment(end);
    return `${this.#moment(start)} – ${last}${this.#zone(start)}`;
  }

  /** `il y a 2 minutes`: how old a contact is. A clock that went back never shows the future. */
  ago(instant: string, nowMs: number): string {
    const age = Math.max(0, nowMs - Date.parse(instant));
    if (age < HOUR_MS) return this.#relative.format(-Math.trunc(age / MINUTE_MS), 'minute');
    if (age < DAY_MS) return this.#relative.format(-Math.trunc(age / HOUR_MS), 'hour');
    if (age < MONTH_MS) return this.#relative.format(-Math.trunc(age / DAY_MS), 'day');
    return this.shortDay(dayOf(instant));
  }

  #moment(instant: string): string {
    return `${this.longDay(dayOf(instant))} ${this.#locale === 'fr-FR' ? 'à' : 'at'} ${this.#clock(instant)}`;
  }

  #clock(instant: string, timeZone = ZONE): string {
    return this.#formatter({ hour: '2-digit', minute: '2-digit', timeZone }).format(Date.parse(instant));
  }

  /** Whose time it is, where the phone's own is another. */
  #zone(instant: string): string {
    if (this.#clock(instant) === this.#clock(instant, this.#phoneZone)) return '';
    return this.#locale === 'fr-FR' ? '\u00a0(heure de Paris)' : '\u00a0(Paris time)';
  }

  #isThisYear(date: string): boolean {
    return date.slice(0, 4) === dayOf(this.#now()).slice(0, 4);
  }

  #year(date: string): Intl.DateTimeFormatOptions {
    return this.#isThisYear(date) ? {} : { year: 'numeric' };
  }

  #date(options: Intl.DateTimeFormatOptions, date: string): string {
    return this.#formatter({ ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T12:00:00Z`));
  }

  #instant(options: Intl.DateTimeFormatOptions, instant: string): string {
    return this.#formatter({ ...options, timeZone: ZONE }).format(Date.parse(instant));
  }

  #formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    let formatter = this.#dates.get(key);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(this.#locale, options);
      this.#dates.set(key, formatter);
    }
    return formatter;
  }
}
