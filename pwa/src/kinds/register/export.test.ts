import { expect, test } from 'vitest';

import type { FollowSheet } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS } from '../catalogue.ts';
import { sessionsTable } from './export.ts';
import { fr } from './fr_team.ts';

const sheet = (name: string): FollowSheet =>
  ({
    row: { member: 'm1', name, tradeName: name },
    sessions: [
      {
        startsAt: '2026-03-02T08:30:00Z',
        minutes: 60,
        mode: 'office',
        sessionType: 'statutory',
        statutory: true,
        status: 'done',
        memberPresent: true,
        signedBy: [
          { member: 'm1', name },
          { member: 'c1', name: 'Chloé Le Gall' },
        ],
        counts: true,
        amends: null,
      },
    ],
  }) as unknown as FollowSheet;

test('a session is told with its day and hour in Paris, who was there and who signed', () => {
  const [head, row] = sessionsTable([sheet('Maëlle')], TEXTS.fr, fr);
  const said = Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]));
  expect(said).toMatchObject({
    Membre: 'Maëlle',
    Date: '2026-03-02',
    Heure: '09:30',
    'Durée (min)': 60,
    'Membre présent·e': 'oui',
    'Signé par le membre': 'oui',
    'Signé par l’accompagnement': 'Chloé Le Gall',
  });
});

test('no name of anybody is a formula or breaks a row', () => {
  expect(faultsOf(sessionsTable(HOSTILE.map(sheet), TEXTS.fr, fr))).toEqual([]);
});
