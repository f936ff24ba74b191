import { expect, test } from 'vitest';

import type { SessionFields } from '../../client/generated/types.ts';
import { amendment, annulment } from './amend.ts';

const signed: SessionFields = {
  startsAt: '2026-11-20T09:00:00Z',
  minutes: 60,
  mode: 'office',
  place: 'Salle du haut',
  sessionType: 'statutory',
  statutory: true,
  topics: ['prix'],
  status: 'done',
  coaches: ['c'],
  objectives: 'Faire le point',
  points: 'Tout va bien.',
  plan: '',
  eightPoints: ['1', '2', '3', '4', '5', '6', '7', '8'],
  memberPresent: true,
  amends: null,
};

test('an edit that came too late is an amendment which holds the words', () => {
  const made = amendment('s', signed, {
    points: 'Tout va mieux.',
    eightPoints: [null, 'deux', null, null, null, null, null, null],
  });
  expect(made).toEqual({
    ...signed,
    points: 'Tout va mieux.',
    eightPoints: ['1', 'deux', '3', '4', '5', '6', '7', '8'],
    amends: 's',
  });
});

test('an annulment says nothing yet of why, and does not count', () => {
  expect(annulment('s', signed)).toMatchObject({
    sessionType: 'annulment',
    statutory: false,
    objectives: '',
    eightPoints: [],
    amends: 's',
  });
});
