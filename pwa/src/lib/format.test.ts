import { expect, test } from 'vitest';

import { Formats } from './format.ts';

const now = Date.parse('2026-11-22T14:05:00Z');
const fr = new Formats('fr', () => now, 'Europe/Paris');

/** French spaces are of several kinds; tests compare the words. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

test('money, distance and duration read the French way', () => {
  expect(plain(fr.money(123450))).toBe('1 234,50 €');
  expect(plain(fr.distance(12_400))).toBe('12,4 km');
  expect(plain(fr.duration(90))).toBe('1 h 30');
  expect(plain(fr.duration(45))).toBe('45 min');
});

test('a receipt tells the cooperative’s own time', () => {
  expect(fr.receipt('2026-11-22T13:03:00Z')).toBe('le 22/11/2026 à 14:03');
});

test('a contact in the future of a wrong clock is not told as future', () => {
  expect(fr.ago('2026-11-22T15:00:00Z', now)).toBe('cette minute-ci');
  expect(fr.ago('2026-11-22T14:03:00Z', now)).toBe('il y a 2 minutes');
  expect(fr.ago('2025-11-17T14:03:00Z', now)).toBe('17 nov. 2025');
});

test('near days are told in words', () => {
  expect(fr.nearDay('2026-11-23', '2026-11-22')).toBe('demain');
  expect(fr.nearDay('2026-12-31', '2026-11-22')).toBe('31 déc.');
});

test('what is long past is told in weeks and months', () => {
  expect(fr.roughDay('2026-11-20', '2026-11-22')).toBe('avant-hier');
  expect(fr.roughDay('2026-11-15', '2026-11-22')).toBe('la semaine dernière');
  expect(fr.roughDay('2026-10-20', '2026-11-22')).toBe('il y a 4 semaines');
  expect(fr.roughDay('2026-08-20', '2026-11-22')).toBe('il y a 3 mois');
  expect(fr.roughDay('2026-12-31', '2026-11-22')).toBe('31 déc.');
});

test('two interviews a year apart are told apart', () => {
  expect(fr.appointment('2026-11-27T13:00:00Z')).toBe('vendredi 27 novembre à 14:00');
  expect(fr.appointment('2025-11-27T13:00:00Z')).toBe('jeudi 27 novembre 2025 à 14:00');
  expect(fr.shortDay('2025-11-27')).toBe('27 nov. 2025');
});

test('an event over midnight shows both days', () => {
  expect(fr.interval('2026-12-05T17:00:00Z', '2026-12-06T15:00:00Z')).toBe(
    'samedi 5 décembre à 18:00 – dimanche 6 décembre à 16:00',
  );
  expect(fr.interval('2026-12-05T17:00:00Z', '2026-12-05T19:00:00Z')).toBe(
    'samedi 5 décembre à 18:00 – 20:00',
  );
  expect(fr.interval('2026-12-31T22:00:00Z', '2027-01-01T01:00:00Z')).toBe(
    'jeudi 31 décembre à 23:00 – vendredi 1 janvier 2027 à 02:00',
  );
});

test.each([
  ['Europe/Paris', '18:00'],
  ['Europe/Brussels', '18:00'],
  ['America/Martinique', '18:00 (heure de Paris)'],
  ['Indian/Reunion', '18:00 (heure de Paris)'],
])('on a phone in %s, the cooperative’s 18:00 says whose it is', (zone, words) => {
  const there = new Formats('fr', () => now, zone);
  expect(plain(there.time('2026-12-05T17:00:00Z'))).toBe(words);
});

test('sums keep the cents that their parts have', () => {
  expect(plain(fr.wholeMoney(260_000))).toBe('2 600 €');
  expect(plain(fr.wholeMoney(260_050))).toBe('2 600,50 €');
});
