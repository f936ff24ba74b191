import { expect, test } from 'vitest';

import type { PartnerSheet } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS } from '../catalogue.ts';
import { actsTable } from './export.ts';
import { fr } from './fr_team.ts';

const sheet = (typed: string, date = '2026-04-02'): PartnerSheet =>
  ({
    row: { name: typed, kind: 'funder', territory: typed },
    interactions: [
      {
        info: { createdByName: typed },
        fields: { date, act: 'visit', minutes: 45, note: typed, nextStep: typed, due: '', doneAt: '' },
      },
    ],
  }) as unknown as PartnerSheet;

test('the acts of a year are told by day, and those of no other', () => {
  const all = [sheet('B', '2026-06-01'), sheet('A', '2026-02-01'), sheet('C', '2025-12-31')];
  const rows = actsTable(all, 2026, TEXTS.fr, fr);
  expect(rows.slice(1).map(([, name]) => name)).toEqual(['A', 'B']);
});

test('nothing typed of a partner is a formula or breaks a row', () => {
  const all = HOSTILE.map((typed) => sheet(typed));
  expect(faultsOf(actsTable(all, 2026, TEXTS.fr, fr))).toEqual([]);
});
