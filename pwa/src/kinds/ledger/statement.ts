/** The figures of a statement, in the order in which they are typed, imported and shown. */
import type { StatementChanges } from '../../client/generated/types.ts';

export const FIGURES = [
  'cashCents',
  'chargesCents',
  'suppliersCents',
  'salariesCents',
  'customersCents',
  'notesCents',
  'turnoverCents',
  'purchasesCents',
  'expensesCents',
  'contributionCents',
  'payrollCents',
] as const satisfies readonly (keyof StatementChanges)[];

export type Figures = Record<(typeof FIGURES)[number], number>;

/** A month's statement, whole. */
export interface WholeStatement extends Figures {
  month: string;
  asOf: string;
}
