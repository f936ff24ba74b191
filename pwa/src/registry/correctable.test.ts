import { expect, test } from 'vitest';

import type { ErrorCode, RefusedItem } from '../client/generated/types.ts';
import { mayRetry } from './correctable.ts';

test('what both sides signed is amended, and not tried again', () => {
  const refused = (code: ErrorCode): RefusedItem => ({ code, fromName: null }) as RefusedItem;
  expect(mayRetry(refused('closed'))).toBe(false);
  expect(mayRetry(refused('forbidden'))).toBe(true);
});

test('what somebody else signed is theirs to say again', () => {
  const handed = { code: 'forbidden', fromName: 'Camille' } as RefusedItem;
  expect(mayRetry(handed)).toBe(false);
});
