import { expect, test } from 'vitest';

import { isSameName } from './same_name.ts';

test('a name is typed as a phone lets somebody type it', () => {
  expect(isSameName('maelle LE-GOFF ', 'Maëlle Le Goff')).toBe(true);
  expect(isSameName('Maëlle', 'Maëlle Le Goff')).toBe(false);
});

test('of no name, nothing that is typed is it', () => expect(isSameName(' ', '')).toBe(false));
