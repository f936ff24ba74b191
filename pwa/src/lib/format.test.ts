import { expect, test } from 'vitest';

import { Formats } from './format.ts';

const fr = new Formats('fr');
const now = Date.parse('2026-11-22T14:05:00Z');

/** French spaces are of several kinds; tests compare the words. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

test('money, distance and duration read the French way', () => {
  expect(plain(fr.money(123450))).toBe('1 234,50 €');
  expect(plain(fr.distance(12_400))).toBe('12,4 km');
  expect(plain(fr.duration(90))).toBe('1 h 30');
  expect(plain(fr.duration(45))).toBe('45 min');
});

test('a receipt tells the cooperative’s own time', () => {
  expect(fr.receipt('2026-11-22T13:03:00Z')).toBe('le 22/11 à 14:03');
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
