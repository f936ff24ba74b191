import { expect, test } from 'vitest';

import { initials } from './initials.ts';

test.each([
  ['Zoé de l’Œuvre', 'ZŒ'],
  ['Éric', 'É'],
  ['E\u0301ric Ñoño', 'ÉÑ'],
  ['dominique', 'D'],
  ['👩\u200d🌾 Zoé Martin', 'ZM'],
  ['👩\u200d🌾', '👩\u200d🌾'],
  ['🇫🇷', '🇫🇷'],
  ['Jean\u2011Pierre', 'JP'],
  ['«Zoé» Martin', 'ZM'],
  ['\u200bZoé', 'Z'],
  ['', ''],
])('the initials of %j are %j', (name, letters) => expect(initials(name)).toBe(letters));
