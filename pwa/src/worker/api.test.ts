import { expect, test } from 'vitest';

import { fromBase64Url, toBase64Url } from './api.ts';

test('bytes survive base64url, whatever their padding', () => {
  for (const bytes of [[], [255], [0, 254], [251, 239, 190]]) {
    const text = toBase64Url(new Uint8Array(bytes));
    expect(text).toMatch(/^[\w-]*$/);
    expect([...fromBase64Url(text)]).toEqual(bytes);
  }
});
