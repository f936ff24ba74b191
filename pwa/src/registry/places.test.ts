import { expect, test } from 'vitest';

import type { Role } from '../client/generated/types.ts';
import '../kinds/all.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { ROLES } from '../lib/roles.ts';
import { paths } from '../lib/paths.ts';
import type { Reader } from './kind.ts';
import { capturesOf } from './offered.ts';
import { type Bar, backFrom, barOf, currentOf, listedAt, placesOf } from './places.ts';
import { parsePath } from './routes.ts';

/** Somebody with these roles who works in one of them. */
function working(role: Role, ...others: Role[]): Reader {
  const roles = [role, ...others];
  return {
    role,
    isCoach: roles.includes('coach'),
    isEntrepreneur: roles.includes('entrepreneur'),
    isDirector: roles.includes('director'),
    readsFar: roles.includes('finance') || roles.includes('director'),
    isInTeam: roles.some((one) => one !== 'entrepreneur'),
    isFilled: true,
    today: '2026-11-29',
    year: 2026,
  };
}

/** Everybody there can be: each set of roles, and each of them that they may work in. */
const EVERYBODY = Array.from({ length: 1 << ROLES.length }, (_, set) =>
  ROLES.filter((_, index) => set & (1 << index)),
).flatMap((roles) =>
  roles.map((role): [string, Reader] => [`${role} of ${roles.join(', ')}`, working(role, ...roles)]),
);

const all = ({ left, right }: Bar) => [...left, ...right];
const words = (reader: Reader): string[] =>
  all(barOf(reader)).map(({ bar, label }) => (bar?.word ?? label)(TEXTS.fr));

test('places follow the role', () => {
  expect(words(working('entrepreneur'))).toEqual([
    'Aujourd’hui',
    'Mon activité',
    'Accompagnement',
    'Coopérative',
  ]);
  expect(words(working('coach'))).toEqual(['Aujourd’hui', 'Mes membres', 'Événements', 'Coopérative']);
  for (const [role, right] of [
    ['finance', 'Membres'],
    ['comms', 'Événements'],
    ['director', 'Membres'],
  ] as const) {
    expect(words(working(role))).toEqual(['Aujourd’hui', expect.any(String), right, 'Coopérative']);
  }
});

test('whoever it is has two places on each side of the button, and no two are the same', () => {
  for (const [who, reader] of EVERYBODY) {
    const { left, right } = barOf(reader);
    expect([left.length, right.length], who).toEqual([2, 2]);
    expect(new Set(all(barOf(reader)).map(({ href }) => href)).size, who).toBe(4);
  }
});

test('no place is dead: each leads to a screen, in which it is the current one, without a way back', () => {
  for (const [who, reader] of EVERYBODY) {
    for (const { href } of all(barOf(reader))) {
      if (href !== '/') expect(parsePath(href), `${who}: ${href}`).not.toMatchObject({ screen: 'today' });
      expect(currentOf(reader, href)?.href, `${who}: ${href}`).toBe(href);
      expect(backFrom(reader, href, paths.more()), `${who}: ${href}`).toBeUndefined();
    }
  }
});

test('whatever is somebody’s is in their bar, in the cooperative or behind the avatar', () => {
  for (const [who, reader] of EVERYBODY) {
    const found = [
      ...all(barOf(reader)),
      ...listedAt(reader, 'work'),
      ...listedAt(reader, 'coop'),
      ...listedAt(reader, 'own'),
    ].map(({ href }) => href);
    for (const { href } of placesOf(reader)) expect(found, who).toContain(href);
  }
});

test('from a page one goes back to the list that holds it', () => {
  const coach = working('coach');
  expect(backFrom(coach, '/more/board', paths.more())).toBe('/coop');
  expect(backFrom(coach, '/more/board/m1.p1', '/more/board')).toBe('/more/board');
  expect(backFrom(coach, '/more/sync', paths.more())).toBe('/more');
  expect(backFrom(coach, '/more/profile', undefined)).toBe('/more');
  expect(backFrom(coach, '/activity/me/now/trips', undefined)).toBe('/coop');
  expect(backFrom(coach, '/events/e1', '/events')).toBe('/events');
  expect(backFrom(working('entrepreneur'), '/activity/me/now/trips', undefined)).toBeUndefined();
  expect(backFrom(working('director'), '/more/people', paths.more())).toBe('/coop');
});

test('what is in no place of the bar is in the cooperative, but for what is behind the avatar', () => {
  const coach = working('coach');
  expect(currentOf(coach, '/coaching/m1/goals')?.href).toBe('/coaching');
  expect(currentOf(coach, '/more/board/new')?.href).toBe('/coop');
  expect(currentOf(coach, '/more/refused')).toBeUndefined();
  expect(currentOf(coach, '/more')).toBeUndefined();
});

test('each role is offered at most six things to capture, what it captures most first', () => {
  const first = (reader: Reader): string | undefined => capturesOf(reader, TEXTS.fr)[0]?.label;
  expect(first(working('coach'))).toBe(TEXTS.fr.capture.session);
  expect(first(working('entrepreneur'))).toBe(TEXTS.fr.capture.expense);
  for (const [who, reader] of EVERYBODY) {
    const { length } = capturesOf(reader, TEXTS.fr);
    expect(length >= 3 && length <= 6, who).toBe(true);
  }
});
