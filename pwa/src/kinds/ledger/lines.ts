/** What a line is called and comes to, and what may be decided on it. */
import type { Command, DecisionStatus, LineRow } from '../../client/generated/types.ts';
import type { Formats } from '../../lib/format.ts';

/** In a few words. */
export function lineName({ what }: LineRow): string {
  return what.type === 'expense' ? what.label : `${what.from} → ${what.to}`;
}

/** What it comes to. */
export function lineAmount({ what }: LineRow, f: Formats): string {
  return what.type === 'expense' ? f.money(what.netCents + what.vatCents) : f.distance(what.metres);
}

/** The decision that a row is about, as a command. */
export function decision(row: LineRow, status: DecisionStatus, reason = ''): Command {
  const { member, info, lineSha256 } = row;
  return { type: 'decideLine', member, id: info.id, status, reason, lineSha256 };
}

/** What takes a decision back: what stood before it; of what was paid, that it was accepted. */
export function back(row: LineRow, given: DecisionStatus): Command {
  const before = row.standing.status ?? 'received';
  return decision(row, given === 'paid' ? 'valid' : before, row.standing.reason);
}

/** What may be decided on a line: it is paid once it is accepted. */
export function choices({ mayDecide, standing }: LineRow): DecisionStatus[] {
  if (!mayDecide) return [];
  const { state, changed } = standing;
  if (state === 'paid') return changed ? ['paid'] : [];
  if (state === 'accepted') return changed ? ['valid', 'invalid', 'paid'] : ['invalid', 'paid'];
  if (state === 'refused') return ['valid'];
  return ['valid', 'invalid'];
}
