/** What differs from one cooperative to the next in what a year asks for: kept on this phone from one year to the next. */
import type { DutyTerms } from '../../client/generated/types.ts';

export const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
/** The days that tax offices give. */
export const VAT_DAYS = Array.from({ length: 10 }, (_, day) => 15 + day);
const DSN_DAYS = [5, 15];

const USUAL: DutyTerms = { closingMonth: 12, dsnDay: 15, vatDay: 24 };

/** Reads what was kept; what is none of it is as usual. */
export function readTerms(text: string | null): DutyTerms {
  const said = parsed(text);
  const one = (key: keyof DutyTerms, all: readonly number[]): number =>
    all.find((value) => value === said[key]) ?? USUAL[key];
  return {
    closingMonth: one('closingMonth', MONTHS),
    dsnDay: one('dsnDay', DSN_DAYS),
    vatDay: one('vatDay', VAT_DAYS),
  };
}

function parsed(text: string | null): Partial<DutyTerms> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
