import { expect, test } from 'vitest';

import { areaOf, parsePath, pathOf, paths } from './paths.ts';

test('written paths read back', () => {
  expect(parsePath(paths.activity(null, 2025, 'expenses', 'new'))).toEqual({
    screen: 'activity',
    member: null,
    year: 2025,
    tab: 'expenses',
    item: 'new',
  });
  expect(parsePath(paths.coaching('m1', 'sessions', 's1'))).toEqual({
    screen: 'coaching',
    member: 'm1',
    tab: 'sessions',
    item: 's1',
    editing: false,
    signer: null,
  });
  expect(parsePath(paths.sign(null, 's1', 'm2'))).toMatchObject({ item: 's1', signer: 'm2', member: null });
  expect(parsePath(paths.editEvent('e1'))).toEqual({ screen: 'events', item: 'e1', editing: true });
  expect(parsePath(paths.more('sync'))).toEqual({ screen: 'more', page: 'sync', item: null });
});

test('unknown paths lead somewhere useful', () => {
  expect(parsePath('/nowhere')).toEqual({ screen: 'today' });
  expect(parsePath('/activity/me/now/unknown')).toMatchObject({ year: null, tab: 'journal', item: null });
  expect(areaOf(parsePath('/coaching'))).toBe('coaching');
  expect(parsePath(paths.newSession())).toEqual({ screen: 'portfolio', picking: true });
});

test('places of the replica are addresses of the app', () => {
  expect(parsePath(pathOf({ place: 'session', member: 'm1', id: 's1' }))).toMatchObject({ item: 's1' });
  expect(parsePath(pathOf({ place: 'forecast', member: 'm1', month: '2026-03' }))).toMatchObject({
    year: 2026,
    tab: 'forecast',
  });
});
