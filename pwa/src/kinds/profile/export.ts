/** The directory as a table, for the team. */
import type { MemberRow } from '../../client/generated/types.ts';
import type { Cell } from '../../lib/csv.ts';
import { type Language } from '../../lib/i18n/languages.ts';
import { TEAM } from '../../lib/i18n/team.ts';
import type { Catalogue } from '../catalogue.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each member. */
export function membersTable(
  rows: readonly MemberRow[],
  t: Catalogue,
  words: typeof fr,
  language: Language,
): Cell[][] {
  const { stages } = TEAM[language].people;
  return [
    Object.values(words.columns),
    ...rows.map((row) => [
      row.name,
      row.tradeName,
      row.trades.join(', '),
      row.branch,
      row.roles.map((role) => t.more.roles[role]).join(', '),
      row.stage ? stages[row.stage] : '',
      row.associate ? words.yes : words.no,
      row.phone,
      row.email,
    ]),
  ];
}
