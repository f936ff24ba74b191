import { expect, test } from 'vitest';

import { activityPath } from '../kinds/activity/paths.ts';
import '../kinds/all.ts';
import { portfolioScreen } from '../kinds/coaching_log/parts.ts';
import { coachingPath, newSessionPath, signPath } from '../kinds/coaching_log/paths.ts';
import { editEventPath } from '../kinds/event/paths.ts';
import { paths } from '../lib/paths.ts';
import { parsePath, pathOf } from './routes.ts';

test('written paths read back', () => {
  expect(parsePath(activityPath(null, 2025, 'expenses', 'new'))).toMatchObject({
    area: 'activity',
    route: { member: null, year: 2025, tab: 'expenses', item: 'new' },
  });
  expect(parsePath(coachingPath('m1', 'sessions', 's1'))).toMatchObject({
    area: 'coaching',
    route: { member: 'm1', tab: 'sessions', item: 's1', editing: false, signer: null },
  });
  expect(parsePath(signPath(null, 's1', 'm2'))).toMatchObject({
    route: { item: 's1', signer: 'm2', member: null },
  });
  expect(parsePath(editEventPath('e1'))).toMatchObject({
    area: 'events',
    route: { item: 'e1', editing: true },
  });
  expect(parsePath(paths.coop())).toMatchObject({ area: 'coop', searching: false });
  expect(parsePath(paths.search())).toMatchObject({ area: 'coop', searching: true });
  expect(parsePath(paths.more('sync'))).toEqual({ screen: 'more', area: 'more', page: 'sync', item: null });
});

test('unknown paths lead somewhere useful', () => {
  expect(parsePath('/nowhere')).toMatchObject({ screen: 'today' });
  expect(parsePath('/activity/me/now/unknown')).toMatchObject({
    route: { year: null, tab: 'journal', item: null },
  });
  expect(parsePath('/coaching')).toMatchObject({ area: 'coaching', route: { picking: false } });
  expect(parsePath(newSessionPath())).toMatchObject({ screen: portfolioScreen, route: { picking: true } });
});

test('places of the replica are addresses of the app', () => {
  expect(
    parsePath(pathOf({ kind: 'coaching_log', owner: 'm1', key: '', collection: 'sessions', id: 's1' })),
  ).toMatchObject({
    route: { item: 's1' },
  });
  expect(
    parsePath(pathOf({ kind: 'activity', owner: 'm1', key: '2026', collection: 'forecast', id: '2026-03' })),
  ).toMatchObject({
    route: { year: 2026, tab: 'forecast' },
  });
});
