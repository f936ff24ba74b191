import { expect, test } from 'vitest';

import type { ErrorCode, RefusedItem } from '../client/generated/types.ts';
import { mayRetry } from './correctable.ts';

test('what both sides signed is amended, and not tried again', () => {
  const refused = (code: ErrorCode): RefusedItem => ({ code }) as RefusedItem;
  expect(mayRetry(refused('closed'))).toBe(false);
  expect(mayRetry(refused('forbidden'))).toBe(true);
});
