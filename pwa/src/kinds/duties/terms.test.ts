import { expect, test } from 'vitest';

import { readTerms } from './terms.ts';

test('what was kept is read, and what cannot be is as usual', () => {
  expect(readTerms(null)).toEqual({ closingMonth: 12, dsnDay: 15, vatDay: 24 });
  expect(readTerms('{"closingMonth":6,"dsnDay":5,"vatDay":19}')).toEqual({
    closingMonth: 6,
    dsnDay: 5,
    vatDay: 19,
  });
  for (const text of ['', 'x', 'null', '[]', '3', '{"closingMonth":13,"dsnDay":"5","vatDay":40}'])
    expect(readTerms(text), text).toEqual({ closingMonth: 12, dsnDay: 15, vatDay: 24 });
});
