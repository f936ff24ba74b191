/** What an expense cost: typed with its tax, as receipts say it, and stored without. */
import type { ExpenseFields } from '../../client/generated/types.ts';
import { cleanLine } from '../../lib/clean.ts';
import { centsToField, readCents } from '../../lib/money.ts';
import { type Bounds, bounded, sure } from '../../lib/number.ts';
import { type Objection, numberObjection } from '../../lib/objection.ts';
import { RATES_BP, fitsRate, split } from './vat.ts';

/** A rate in basis points, *I do not know*, or the amount of the tax instead. */
export const RATES = [...RATES_BP.map(String), 'unknown', 'amount'] as Rate[];
export type Rate = `${(typeof RATES_BP)[number]}` | 'unknown' | 'amount';

/** As typed. */
export interface Paid {
  gross: string;
  rate: Rate;
  /** The tax, where it is typed itself. */
  vat: string;
}

type Amounts = Pick<ExpenseFields, 'netCents' | 'vatCents' | 'vatRateBp'>;

/** What the form shows of the stored amounts. A new one has no rate: nobody chose one. */
export function paidOf({
  netCents,
  vatCents = 0,
  vatRateBp = null,
}: { [K in keyof Amounts]?: Amounts[K] | undefined }): Paid {
  if (netCents === undefined) return { gross: '', rate: 'unknown', vat: '' };
  const gross = centsToField(netCents + vatCents);
  const chosen = RATES_BP.find((rate) => rate === vatRateBp);
  if (chosen !== undefined && fitsRate({ netCents, vatCents }, chosen)) {
    return { gross, rate: `${chosen}`, vat: '' };
  }
  return vatCents === 0
    ? { gross, rate: 'unknown', vat: '' }
    : { gross, rate: 'amount', vat: centsToField(vatCents) };
}

/** What is stored of it; `null` where something is not read for sure. */
export function amountsOf({ gross, rate, vat }: Paid, vatBounds: Bounds): Amounts | null {
  const grossCents = sure(readCents(gross));
  if (grossCents === null) return null;
  if (rate === 'unknown') return { netCents: grossCents, vatCents: 0, vatRateBp: null };
  if (rate === 'amount') {
    const vatCents = sure(bounded(readCents(vat), vatBounds));
    return vatCents === null ? null : { netCents: grossCents - vatCents, vatCents, vatRateBp: null };
  }
  return { ...split(grossCents, Number(rate)), vatRateBp: Number(rate) };
}

/** Whether what is wrong, if anything is, is not the amount itself. */
export function grossIsRead({ gross }: Paid, bounds: Bounds): boolean {
  return bounded(readCents(gross), bounds).is === 'value';
}

export function paidObjection(paid: Paid, bounds: Bounds, vatBounds: Bounds): Objection | undefined {
  const gross = numberObjection('money', paid.gross, bounds);
  if (gross || paid.rate !== 'amount') return gross;
  if (cleanLine(paid.vat) === '') {
    return { of: 'money', bounds: vatBounds, reading: { is: 'wrong', why: 'unreadable' } };
  }
  return numberObjection('money', paid.vat, vatBounds);
}
