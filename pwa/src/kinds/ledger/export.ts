/** Lines as a table for the accounts, made on the phone. */
import type { LineRow } from '../../client/generated/types.ts';
import { type Cell, hundredths } from '../../lib/csv.ts';
import { dayOf } from '../../lib/dates.ts';
import type { Catalogue } from '../catalogue.ts';
import type { fr } from './fr_team.ts';

const METRES_PER_KM = 1_000;

/** The head and a row for each line. */
export function linesTable(rows: readonly LineRow[], t: Catalogue, words: typeof fr): Cell[][] {
  const line = ({ name, what, standing }: LineRow): Cell[] => {
    const { state, changed, reason, decidedBy, decidedAt } = standing;
    const end = [
      what.type === 'expense' && what.receipt ? t.activity.receiptIs[what.receipt] : '',
      t.ledger.states[state],
      changed ? words.yes : '',
      reason,
      decidedBy,
      decidedAt && dayOf(decidedAt),
    ];
    if (what.type === 'trip') {
      const label = [`${what.from} → ${what.to}`, what.purpose].filter(Boolean).join(', ');
      const kilometres = what.metres / METRES_PER_KM;
      const vehicle = t.activity.vehicles[what.vehicle];
      return [name, what.date, words.trip, '', label, '', '', '', '', kilometres, vehicle, ...end];
    }
    const { netCents, vatCents } = what;
    const amounts = [netCents, vatCents, netCents + vatCents].map(hundredths);
    const category = t.activity.categories[what.category];
    const paidBy = t.activity.kinds[what.kind];
    return [name, what.date, words.expense, category, what.label, ...amounts, paidBy, '', '', ...end];
  };
  return [Object.values(words.columns), ...rows.map(line)];
}
