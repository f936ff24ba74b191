import { expect, test } from 'vitest';

import { tabsFor } from './paths.ts';

test('leads and a forecast are for who has clients', () => {
  expect(tabsFor({ journal: true, business: true })).toEqual([
    'journal',
    'expenses',
    'trips',
    'pipeline',
    'forecast',
  ]);
  expect(tabsFor({ journal: true, business: false })).toEqual(['journal', 'expenses', 'trips']);
});

test('who reads no journal begins with expenses', () => {
  expect(tabsFor({ journal: false, business: true })[0]).toBe('expenses');
});
