import { expect, test } from 'vitest';

import type { LineRow, LineWhat } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS } from '../catalogue.ts';
import { linesTable } from './export.ts';
import { fr } from './fr_team.ts';

const line = (typed: string, what: object): LineRow =>
  ({
    name: typed,
    what: what as LineWhat,
    standing: { state: 'refused', changed: false, reason: typed, decidedBy: typed, decidedAt: '' },
  }) as unknown as LineRow;
const expense = (typed: string): LineRow =>
  line(typed, {
    type: 'expense',
    date: '2026-02-03',
    category: 'travel',
    label: typed,
    netCents: -1_000,
    vatCents: 200,
    kind: 'cash',
  });
const trip = (typed: string): LineRow =>
  line(typed, {
    type: 'trip',
    date: '2026-02-03',
    from: typed,
    to: typed,
    purpose: typed,
    metres: 12_500,
    vehicle: 'car',
  });

test('nothing typed into an expense or a trip is a formula or breaks a row', () => {
  const rows = HOSTILE.flatMap((typed) => [expense(typed), trip(typed)]);
  expect(faultsOf(linesTable(rows, TEXTS.fr, fr))).toEqual([]);
});
