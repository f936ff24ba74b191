import { expect, test } from 'vitest';

import type { MemberRow } from '../../client/generated/types.ts';
import { HOSTILE, faultsOf } from '../../lib/hostile.ts';
import { TEXTS } from '../catalogue.ts';
import { membersTable } from './export.ts';
import { fr } from './fr_team.ts';

const member = (typed: string): MemberRow =>
  ({
    name: typed,
    tradeName: typed,
    trades: [typed, typed],
    branch: typed,
    roles: ['entrepreneur', 'coach'],
    stage: null,
    associate: true,
    phone: typed,
    email: typed,
  }) as unknown as MemberRow;

test('a member is told with their roles in words', () => {
  const [, row] = membersTable([member('Maëlle')], TEXTS.fr, fr, 'fr');
  expect(row).toContain(`${TEXTS.fr.more.roles.entrepreneur}, ${TEXTS.fr.more.roles.coach}`);
});

test('nothing that members say of themselves is a formula or breaks a row', () => {
  expect(faultsOf(membersTable(HOSTILE.map(member), TEXTS.fr, fr, 'fr'))).toEqual([]);
});
