import { expect, test } from 'vitest';

import '../kinds/all.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { sessionName } from '../kinds/coaching_log/names.ts';
import { Formats } from '../lib/format.ts';
import { entryName } from './names.ts';

const f = new Formats('fr', () => Date.parse('2026-11-28T12:00:00Z'), 'Europe/Paris');
const plain = (text: string): string => text.replace(/\s/g, ' ');

test('a session is called by its type, its day and the other person, with the year of another year', () => {
  const held = (startsAt: string): string => plain(sessionName(TEXTS.fr, f, 'statutory', startsAt, 'Maëlle'));
  expect(held('2026-11-28T13:00:00Z')).toBe('Entretien légal du 28 nov. avec Maëlle');
  expect(held('2025-11-28T13:00:00Z')).toBe('Entretien légal du 28 nov. 2025 avec Maëlle');
});

test.each([
  ['statutory 2026-11-28T13:00:00Z', 'Entretien légal du 28 nov.'],
  ['2026-11-28T13:00:00Z', 'Séance du 28 nov.'],
  ['2025-12-31', 'Saisie du 31 déc. 2025'],
  ['2026-11', 'Prévision HT de novembre 2026'],
  ['', 'Une saisie'],
  ['01M8J11RJGMRNA7C73KBF6AZGJ', 'Une saisie'],
  ['Encre', 'Encre'],
])('%j is never shown raw', (label, name) => expect(plain(entryName(TEXTS.fr, f, label))).toBe(name));
