import { expect, test } from 'vitest';

import { cleanLine, cleanProse } from './clean.ts';

test.each([
  ['  Encre  ', 'Encre'],
  ['\u200b', ''],
  ['\u200b\u2060\ufeff\u00a0', ''],
  ['\u200d', ''],
  ['\ufe0f', ''],
  ['\u0301', ''],
  ['\u2800', ''],
  ['\u202a+33 6 12 34 56 78\u202c', '+33 6 12 34 56 78'],
  ['06\u00a012\u202f34\u200956 78', '06 12 34 56 78'],
  ['E\u0301lodie', 'Élodie'],
  ['Le Fañch', 'Le Fañch'],
  ['une\nligne\r\net\u2028une\u2029autre', 'une ligne et une autre'],
  ['por\u00adte', 'porte'],
  ['👩\u200d🌾 Zoé', '👩\u200d🌾 Zoé'],
  ['\u200dZo\u200dé\u200d', 'Zoé'],
  ['❤\ufe0f', '❤\ufe0f'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('the line %j is %j', (text, line) => expect(cleanLine(text)).toBe(line));

test.each([
  ['un\r\ndeux\rtrois\u2028quatre', 'un\ndeux\ntrois\nquatre'],
  ['Bien\u00a0!', 'Bien\u00a0!'],
  ['\u202bà\u202c', 'à'],
  ['a\u2003b\tc', 'a b\tc'],
  ['e\u0301te\u0301', 'été'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['\u200b\n\u200b', ''],
])('the prose %j is %j', (text, prose) => expect(cleanProse(text)).toBe(prose));
