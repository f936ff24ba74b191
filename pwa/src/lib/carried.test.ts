import { beforeEach, expect, test, vi } from 'vitest';

import type { Carried } from '../client/generated/types.ts';
import { carriedBefore, carriedCount, carry, fitting } from './carried.ts';

const item = (text: string): Carried => ({
  command: { type: 'addJournalEntry', id: '01J', date: '2026-03-02', text },
  createdMs: 1,
  base: '',
  was: 'ab',
  code: null,
});
const anna = { coop: 'C', member: 'A', device: 'old' };

class Small {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, text: string): void {
    (this as unknown as Record<string, string>)[key] = text;
  }
}

beforeEach(() => vi.stubGlobal('localStorage', new Small()));

test('another device of the same member finds what was kept, the same one and other people do not', () => {
  carry(anna, [item('Marché')]);
  expect(carriedBefore({ ...anna, device: 'new' })).toEqual([item('Marché')]);
  expect(carriedBefore(anna)).toEqual([]);
  expect(carriedBefore({ ...anna, member: 'B', device: 'new' })).toEqual([]);
  expect(carriedBefore({ ...anna, coop: 'D', device: 'new' })).toEqual([]);
  expect(carriedCount()).toBe(1);
});

test('somebody else who joins here leaves it where it is', () => {
  carry(anna, [item('Marché')]);
  carry({ coop: 'C', member: 'B', device: 'theirs' }, []);
  expect(carriedBefore({ ...anna, device: 'new' })).toEqual([item('Marché')]);
});

test('of too much the first is kept', () => {
  const items = ['a', 'b', 'c'].map(item);
  const one = JSON.stringify(items[0]).length + 1;
  expect(fitting(items, 3 * one)).toEqual(items);
  expect(fitting(items, 3 * one - 1)).toEqual(items.slice(0, 2));
  expect(fitting(items, 0)).toEqual([]);
});

test('what was damaged is nothing', () => {
  for (const text of ['', '{', '[]', '{"device":"old"}', '{"items":3}']) {
    localStorage.setItem('besace:carried:C:A', text);
    expect(carriedBefore({ ...anna, device: 'new' })).toEqual([]);
  }
});
