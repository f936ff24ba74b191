import { expect, test } from 'vitest';

import { accountsPath, framePath, placeOf, readAccounts, readFrame } from './paths.ts';

const item = (path: string): string | null => path.split('/')[3] ?? null;

test('written addresses of a frame read back', () => {
  expect(readFrame(item(framePath()))).toEqual({ member: null, part: null, item: null });
  expect(readFrame(item(framePath('m1', 'statements', '2026-02')))).toEqual({
    member: 'm1',
    part: 'statements',
    item: '2026-02',
  });
  expect(readFrame(item(framePath(null, 'obligations', 'new')))).toMatchObject({
    member: null,
    item: 'new',
  });
});

test('written addresses of the accounts read back', () => {
  expect(readAccounts(item(accountsPath()))).toEqual({ tab: 'lines', member: null, month: null });
  expect(readAccounts(item(accountsPath('lines', 'm1', '2026-02')))).toEqual({
    tab: 'lines',
    member: 'm1',
    month: '2026-02',
  });
  expect(readAccounts('nothing')).toMatchObject({ tab: 'lines' });
});

test('a decision is shown where decisions are made', () => {
  const at = { kind: 'ledger', owner: 'm1', key: '', collection: 'decisions', id: 'l1' } as const;
  expect(placeOf(at)).toBe(accountsPath());
  expect(placeOf({ ...at, collection: 'obligations' })).toBe(framePath('m1', 'obligations', 'l1'));
});
