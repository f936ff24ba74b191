import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { type Appointment, calendar } from './ical.ts';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const ONE: Appointment = {
  uid: '01HX@besace',
  sequence: 2,
  status: 'confirmed',
  start: '2026-03-02T08:30:00Z',
  end: '2026-03-02T10:00:00Z',
  summary: 'Atelier',
  place: '',
  description: '',
  url: '',
};
const written = (given: Partial<Appointment>): string =>
  calendar('Les Quatre Saisons', [{ ...ONE, ...given }], NOW);
/** A file's lines, put together again as a calendar does. */
const lines = (file: string): string[] => file.replaceAll('\r\n ', '').trimEnd().split('\r\n');

test('an appointment is an event with a stable name, a stamp, and times in UTC', () => {
  expect(lines(written({}))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Besace//Besace//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Les Quatre Saisons',
    'BEGIN:VEVENT',
    'UID:01HX@besace',
    'DTSTAMP:20260301T100000Z',
    'SEQUENCE:2',
    'STATUS:CONFIRMED',
    'DTSTART:20260302T083000Z',
    'DTEND:20260302T100000Z',
    'SUMMARY:Atelier',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('the day on which clocks change is as long as it is', () => {
  const file = lines(written({ start: '2026-03-29T00:30:00Z', end: '2026-03-29T01:30:00Z' }));
  expect(file).toContain('DTSTART:20260329T003000Z');
  expect(file).toContain('DTEND:20260329T013000Z');
});

test('what was cancelled keeps its name and says so', () => {
  const file = lines(written({ status: 'cancelled', sequence: 3 }));
  expect(file).toContain('STATUS:CANCELLED');
  expect(file).toContain('UID:01HX@besace');
});

test('an end that is not after the start is left out, for calendars refuse it', () => {
  expect(written({ end: ONE.start })).not.toContain('DTEND');
});

test('every line ends with both signs, and none is longer than 75 octets, whatever the letters', () => {
  const summary = '🧺 Réunion de lancement à Saint-Étienne-du-Grès, salle Œuvre-à-côté '.repeat(6);
  const file = written({ summary });
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(lines(file)).toContain(`SUMMARY:${summary.replaceAll(',', '\\,')}`);
});

test('signs that mean something are written otherwise', () => {
  const file = lines(written({ summary: 'a;b,c\\d', description: 'un\r\ndeux\ntrois' }));
  expect(file).toContain('SUMMARY:a\\;b\\,c\\\\d');
  expect(file).toContain('DESCRIPTION:un\\ndeux\\ntrois');
});

test.each(['x\r\nATTENDEE:mailto:a@b.c', 'x\nEND:VEVENT', 'x\rBEGIN:VALARM', 'x\u0000\u000b\u2028y'])(
  'nothing that somebody typed is a line of its own: %j',
  (typed) => {
    const file = lines(written({ summary: typed, place: typed, description: typed }));
    expect(file.filter((line) => /^(ATTENDEE|BEGIN:VALARM)/.test(line))).toEqual([]);
    expect(file.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  },
);

/** The events of a file, as a calendar reads them. */
const read = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

test('a calendar reads back every word and both instants, whatever was typed', () => {
  const typed = {
    summary: 'Œuvre d’hiver ; 10 €, 20 % \\n et « retours »',
    place: 'Salle 2, 3ᵉ étage : côté cour',
    description: `Apporter :\n- un ordinateur ;\n- ${'une très longue liste, '.repeat(20)}🧺`,
    url: 'https://besace.example.coop/events/01HX',
  };
  const [one] = read(written(typed));
  expect(one?.summary).toBe(typed.summary);
  expect(one?.location).toBe(typed.place);
  expect(one?.description).toBe(typed.description);
  expect(one?.component.getFirstPropertyValue('url')).toBe(typed.url);
  expect(one?.startDate.toJSDate().toISOString()).toBe('2026-03-02T08:30:00.000Z');
  expect(one?.endDate.toJSDate().toISOString()).toBe('2026-03-02T10:00:00.000Z');
});

test('a later file speaks of the same appointment, and a calendar sees that it is the later one', () => {
  const later = calendar('Les Quatre Saisons', [{ ...ONE, sequence: 3 }], NOW + 60_000);
  const [before, after] = [read(written({}))[0], read(later)[0]];
  const stamp = (one: typeof before): string => String(one?.component.getFirstPropertyValue('dtstamp'));
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  expect([stamp(before), stamp(after)]).toEqual(['2026-03-01T10:00:00Z', '2026-03-01T10:01:00Z']);
});
