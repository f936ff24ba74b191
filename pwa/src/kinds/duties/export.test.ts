import { expect, test } from 'vitest';

import type { DutyRow } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS } from '../catalogue.ts';
import { dutiesTable } from './export.ts';
import { fr } from './fr_team.ts';

const duty = (typed: string, due = '2026-05-15'): DutyRow =>
  ({
    standing: 'open',
    responsibleName: typed,
    fields: { template: 'dsn', title: typed, due, doneOn: '', evidence: typed, note: typed },
  }) as DutyRow;

test('duties are told by day, whether they are done or not', () => {
  const rows = dutiesTable([duty('B', '2026-06-01'), duty('A', '2026-02-01')], TEXTS.fr, fr);
  expect(rows.map(([due, title]) => [due, title])).toEqual([
    [fr.due, fr.title],
    ['2026-02-01', 'A'],
    ['2026-06-01', 'B'],
  ]);
});

test('nothing typed into a duty is a formula or breaks a row', () => {
  expect(
    faultsOf(
      dutiesTable(
        HOSTILE.map((typed) => duty(typed)),
        TEXTS.fr,
        fr,
      ),
    ),
  ).toEqual([]);
});
