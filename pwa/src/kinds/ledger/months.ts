/** Which statements are missed, as far as the data says. */
import type { MonthCell, MonthsRow } from '../../client/generated/types.ts';

/** Stages in which somebody has accounts with the cooperative. */
const WITH_ACCOUNTS: readonly MonthsRow['stage'][] = ['cape', 'cesa', 'cdi_es', 'associate'];

/** Whether the statement of a month is missed: the month is over, and its member has accounts here. */
export function isMissed(
  { stage }: MonthsRow,
  { month, turnoverCents }: MonthCell,
  thisMonth: string,
): boolean {
  return turnoverCents === null && month < thisMonth && WITH_ACCOUNTS.includes(stage);
}

/** How many are missed of each month. */
export function missedBy(rows: readonly MonthsRow[], months: readonly string[], thisMonth: string): number[] {
  return months.map(
    (month) =>
      rows.filter((row) => row.months.some((cell) => cell.month === month && isMissed(row, cell, thisMonth)))
        .length,
  );
}
