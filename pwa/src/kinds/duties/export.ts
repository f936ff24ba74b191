/** The cooperative's calendar as a table. */
import type { DutyRow } from '../../client/generated/types.ts';
import type { Cell } from '../../lib/csv.ts';
import type { Catalogue } from '../catalogue.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each duty, by day. */
export function dutiesTable(rows: readonly DutyRow[], t: Catalogue, words: typeof fr): Cell[][] {
  const names = ['template', 'responsible', 'doneOn', 'evidence', 'note'].map(
    (field) => t.duties.fields[field] ?? field,
  );
  const sorted = [...rows].sort((a, b) => a.fields.due.localeCompare(b.fields.due));
  return [
    [words.due, words.title, words.state, ...names],
    ...sorted.map(({ fields, standing, responsibleName }) => [
      fields.due,
      fields.title,
      words.standing[standing],
      t.duties.templates[fields.template],
      responsibleName,
      fields.doneOn,
      fields.evidence,
      fields.note,
    ]),
  ];
}
