/** What was done with partners in a year, as a table. */
import type { PartnerSheet } from '../../client/generated/types.ts';
import type { Cell } from '../../lib/csv.ts';
import type { Catalogue } from '../catalogue.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each act, by day. */
export function actsTable(
  sheets: readonly PartnerSheet[],
  year: number,
  t: Catalogue,
  words: typeof fr,
): Cell[][] {
  const acts = sheets.flatMap(({ row, interactions }) =>
    interactions
      .filter(({ fields }) => fields.date.startsWith(`${year}-`))
      .map(({ info, fields }) => [
        fields.date,
        row.name,
        t.partners.kinds[row.kind],
        row.territory,
        t.partners.acts[fields.act],
        fields.minutes,
        info.createdByName,
        fields.note,
        fields.nextStep,
        fields.due,
        fields.doneAt,
      ]),
  );
  return [Object.values(words.columns), ...acts.sort(([a], [b]) => String(a).localeCompare(String(b)))];
}
