/** Appointments as a file that calendars read (RFC 5545). Instants are in UTC, so that no calendar has to know our zone. */

/** Longest line, in octets, its end not counted. */
const LINE_BYTES = 75;
const BREAK = '\r\n';

export interface Appointment {
  /** The same in every file, so that a calendar replaces what it has rather than adds to it. */
  uid: string;
  /** Goes up when time or place change. */
  sequence: number;
  status: 'tentative' | 'confirmed' | 'cancelled';
  /** Instants, as documents hold them. */
  start: string;
  end: string;
  summary: string;
  place: string;
  description: string;
  /** Where it stands in the app. */
  url: string;
}

/** A text as a value: what would end it, or the line, is written otherwise; nothing else steers. */
function text(value: string): string {
  return (
    value
      .replaceAll(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll('\n', '\\n')
  );
}

/** `20260302T083000Z` */
function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A line, cut where it is too long, between letters: what follows begins with a space. */
function folded(line: string): string {
  const lines = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join(BREAK);
}

function event(one: Appointment, stamp: string): string[] {
  const [start, end] = [Date.parse(one.start), Date.parse(one.end)];
  const optional: [string, string][] = [
    ['LOCATION', text(one.place)],
    ['DESCRIPTION', text(one.description)],
    // No text: an address, in which our paths hold nothing that steers.
    ['URL', one.url],
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${text(one.uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${one.sequence}`,
    `STATUS:${one.status.toUpperCase()}`,
    `DTSTART:${instant(start)}`,
    ...(end > start ? [`DTEND:${instant(end)}`] : []),
    `SUMMARY:${text(one.summary)}`,
    ...optional.filter(([, value]) => value !== '').map(([name, value]) => `${name}:${value}`),
    'END:VEVENT',
  ];
}

/** A calendar of these, as it stands now. */
export function calendar(name: string, all: readonly Appointment[], nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Besace//Besace//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    ...all.flatMap((one) => event(one, instant(nowMs))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + BREAK).join('');
}
