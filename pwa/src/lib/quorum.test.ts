import { expect, test } from 'vitest';

import { quorum } from './quorum.ts';

const field = quorum<{ quorumBp: number | null }>(() => 'wrong');

test('a quorum is typed in percent, with a comma too, and none is empty', () => {
  expect(field.of({ quorumBp: 3350 })).toBe('33.5');
  expect(field.of({ quorumBp: null })).toBe('');
  expect(field.to('33,5')).toEqual({ quorumBp: 3350 });
  expect(field.to(' ')).toEqual({ quorumBp: null });
});

test.each(['-1', '101', 'half'])('%s is no quorum', (typed) => expect(field.wrong?.(typed)).toBe('wrong'));
test.each(['', '0', '100', '12,5'])('%j may stand', (typed) => expect(field.wrong?.(typed)).toBeUndefined());
