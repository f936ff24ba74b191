import { expect, test } from 'vitest';

import { findCode, writtenCode } from './invitation.ts';

const CODE = '7ABCDEFGHJKMNPQRSTVWXYZ012';
const WRITTEN = '7ABCDE-FGHJK-MNPQR-STVWX-YZ012';

test.each([
  CODE,
  CODE.toLowerCase(),
  WRITTEN,
  WRITTEN.replaceAll('-', '–'),
  WRITTEN.replaceAll('-', '\u2011'),
  WRITTEN.replaceAll('-', '\u2212'),
  WRITTEN.replaceAll('-', ' '),
  WRITTEN.replaceAll('-', ' - '),
  WRITTEN.replaceAll('-', '\n'),
  WRITTEN.replaceAll('-', '\u200b-\u200b'),
  `\u200e${WRITTEN}\u200e`,
  `Code : ${WRITTEN}`,
  `Code : ${WRITTEN}.`,
  `«${WRITTEN}»`,
  `Votre code ${WRITTEN.replaceAll('-', ' ')} merci`,
  `https://besace.example.coop/#join=${WRITTEN}`,
  `https://besace.example.coop/#join=${encodeURIComponent(WRITTEN.replaceAll('-', '–'))}`,
  `<https://besace.example.coop/#join=${CODE}>`,
  `Bonjour Zoé,\nvoici votre invitation :\nhttps://besace.example.coop/#join=${WRITTEN}\nou le code ${WRITTEN}\nÀ bientôt`,
  `Bonjour, pour rejoindre la coopérative, tapez ce code : ${WRITTEN} dans les 72 heures.`,
  '7ABCDEFGHJKMNPQRSTVWXYZOIL'.replace('OIL', 'OL2'),
])('the code is found in %j', (pasted) => expect(findCode(pasted)).toBe(CODE));

test.each([
  '',
  'bonjour',
  '7ABCDE-FGHJK',
  `${WRITTEN}5`,
  '9'.repeat(26),
  'Il faut du réseau pour rejoindre, une seule fois.',
])('there is no code in %j', (pasted) => expect(findCode(pasted)).toBeNull());

test('a code is written in groups', () => expect(writtenCode(CODE)).toBe(WRITTEN));
