import { expect, test } from 'vitest';

import '../kinds/all.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { Formats } from '../lib/format.ts';
import { fieldName, fieldValue } from './field_value.ts';

const show = (field: string, value: string | number | boolean): string =>
  fieldValue(
    TEXTS.fr,
    new Formats('fr', () => Date.parse('2026-11-22T12:00:00Z'), 'Europe/Paris'),
    field,
    value,
  ).replace(/\s/g, ' ');

test('values read by the name of their field', () => {
  expect(show('netCents', 1250)).toBe('12,50 €');
  expect(show('metres', 12_000)).toBe('12 km');
  expect(show('progressBp', 5000)).toBe('50 %');
  expect(show('status', 'cancelled')).toBe('Annulée');
  expect(show('stage', 'quote_sent')).toBe('Devis envoyé');
  expect(show('startsAt', '2026-11-24T13:00:00Z')).toBe('mardi 24 novembre à 14:00');
  expect(show('label', '')).toBe('vide');
});

test('an unknown field keeps its own name', () => expect(fieldName(TEXTS.fr, 'newField')).toBe('newField'));
