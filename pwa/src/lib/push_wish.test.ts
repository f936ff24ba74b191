import { expect, test } from 'vitest';

import {
  CONCERNS,
  FIRST_WISH,
  type PushGiven,
  abilityOf,
  fieldsOfWish,
  isStale,
  readMark,
  timesWith,
  wishOfFields,
} from './push_wish.ts';

test('a wish comes back from its form as it was', () => {
  for (const quiet of [null, { from: 0, until: 60 }, { from: 1290, until: 405 }]) {
    const wish = { concerns: [...CONCERNS], quiet };
    expect(wishOfFields(fieldsOfWish(wish))).toEqual(wish);
  }
});

test('hours that are off show those of the night, should they be put on again', () => {
  const { from, until } = fieldsOfWish({ concerns: [], quiet: null });
  expect({ from: Number(from), until: Number(until) }).toEqual(FIRST_WISH.quiet);
});

test('a time that is no whole hour stays among the choices', () => {
  expect(timesWith('1260')).toHaveLength(24);
  expect(timesWith('1290').slice(21, 24)).toEqual([1260, 1290, 1320]);
});

test('a browser is asked only where it can tell something', () => {
  const able = { isApplePhone: false, isInstalled: false, hasPush: true, permission: 'default' } as const;
  expect(abilityOf(able)).toBe('able');
  expect(abilityOf({ ...able, permission: 'granted' })).toBe('able');
  expect(abilityOf({ ...able, permission: 'denied' })).toBe('denied');
  expect(abilityOf({ ...able, hasPush: false })).toBe('missing');
  // An iPhone has nothing to push with until the app stands on its home screen: what to do is said, not that it cannot.
  expect(abilityOf({ ...able, isApplePhone: true, hasPush: false })).toBe('install');
  expect(abilityOf({ ...able, isApplePhone: true, isInstalled: true })).toBe('able');
  expect(abilityOf({ ...able, isApplePhone: true, isInstalled: true, hasPush: false })).toBe('missing');
});

const GIVEN: PushGiven = {
  member: 'one',
  endpoint: 'https://push.example/1',
  day: '2026-11-30',
  wish: { ...FIRST_WISH, lang: 'fr' },
};

test('a mark is read as it was kept, and anything else is none', () => {
  expect(readMark(JSON.stringify(GIVEN))).toEqual(GIVEN);
  expect(readMark('"stopped"')).toBe('stopped');
  for (const text of [
    null,
    '',
    '{',
    'null',
    '7',
    '{}',
    '{"member":"one"}',
    JSON.stringify({ ...GIVEN, wish: {} }),
  ]) {
    expect(readMark(text), String(text)).toBeNull();
  }
});

test('the relay is told again where something changed, and asked once a day', () => {
  const now = { endpoint: GIVEN.endpoint, lang: 'fr', day: GIVEN.day } as const;
  expect(isStale(GIVEN, now)).toBe(false);
  expect(isStale(GIVEN, { ...now, endpoint: 'https://push.example/2' })).toBe(true);
  expect(isStale(GIVEN, { ...now, endpoint: null })).toBe(true);
  expect(isStale(GIVEN, { ...now, lang: 'en' })).toBe(true);
  expect(isStale(GIVEN, { ...now, day: '2026-12-01' })).toBe(true);
});
