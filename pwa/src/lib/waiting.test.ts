import { expect, test } from 'vitest';

import type { WaitingItem, WaitingKind } from '../client/generated/types.ts';
import { pressing } from './waiting.ts';

function item(kind: WaitingKind, due: string, late = false): WaitingItem {
  return { kind, label: '', member: null, who: '', due, late, place: null };
}

test('what went wrong comes first, then what is late, then this week', () => {
  const today = '2026-11-25';
  expect(pressing(item('refused', ''), today)).toBe('wrong');
  expect(pressing(item('signed_for_me', '2026-12-30T08:00:00Z'), today)).toBe('wrong');
  expect(pressing(item('changed_since', '2026-12-30T08:00:00Z'), today)).toBe('wrong');
  expect(pressing(item('action_late', '2026-11-20', true), today)).toBe('late');
  expect(pressing(item('sign', '2026-10-02T08:00:00Z'), today)).toBe('soon');
  expect(pressing(item('answer', '2026-12-02T18:00:00Z'), today)).toBe('soon');
  expect(pressing(item('answer', '2026-12-03T18:00:00Z'), today)).toBe('later');
  expect(pressing(item('ask', ''), today)).toBe('later');
});
