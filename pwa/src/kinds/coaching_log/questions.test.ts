import { expect, test } from 'vitest';

import type { SectorLineRow } from '../../client/generated/types.ts';
import { en } from './en_questions.ts';
import { fr } from './fr_questions.ts';
import { type Spot, type Template, questionsOf } from './questions.ts';

const sheet = [
  { fields: { sector: 'building', part: 'insurance', title: 'Décennale' } },
  { fields: { sector: 'building', part: 'vat', title: 'TVA à 10 %' } },
  { fields: { sector: 'care', part: 'obligation', title: 'Agrément' } },
] as SectorLineRow[];
const one = (given: Partial<Template>): Template => ({
  type: 'statutory',
  stage: 'cesa',
  sector: 'building',
  sheet,
  ...given,
});

test('a stage has its own questions, after those for everybody', () => {
  const of = (stage: Template['stage']): string[] => questionsOf('fr', 'eightPoints.0', one({ stage }));
  expect(of('cape')).toEqual([...(fr['eightPoints.0'].any ?? []), ...(fr['eightPoints.0'].cape ?? [])]);
  expect(of('cesa')).not.toEqual(of('cape'));
  expect(of(null)).toEqual(fr['eightPoints.0'].any);
});

test('a sector brings what the guide says has to be seen to, and no other sector’s', () => {
  expect(questionsOf('fr', 'points', one({}))).toContain('Décennale');
  expect(questionsOf('fr', 'points', one({}))).not.toContain('TVA à 10 %');
  expect(questionsOf('fr', 'points', one({ sector: 'care' }))).toContain('Agrément');
  expect(questionsOf('fr', 'points', one({ sector: null }))).not.toContain('Agrément');
});

test('a word that is a sort of session and a stage is told once', () => {
  const asked = questionsOf('fr', 'points', one({ type: 'associate', stage: 'associate' }));
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toEqual(expect.arrayContaining([...(fr.points.associate ?? [])]));
});

test('both languages ask as much at the same places', () => {
  const shape = (all: typeof fr): unknown =>
    Object.entries(all).map(([spot, of]) => [
      spot,
      Object.entries(of).map(([word, list]) => [word, list.length]),
    ]);
  expect(shape(en)).toEqual(shape(fr));
});

test('every point of the law has a question for everybody', () => {
  for (let point = 0; point < 8; point++) {
    expect(questionsOf('en', `eightPoints.${point}` as Spot, one({ stage: null, sector: null }))).not.toEqual(
      [],
    );
  }
});
