/** Addresses of partners: the list, one of them, an entry of one, the log of a visit, the sheet of a year. */
import { NEW, oneOf, paths } from '../../lib/paths.ts';

/** The maps of a partner's entries. */
export const PARTS = ['contacts', 'interactions', 'agreements'] as const;
export type PartnerPart = (typeof PARTS)[number];

const YEAR = 'year';
const VISIT = 'visit';

export type PartnersRoute =
  | { show: 'list'; isNew: boolean }
  | { show: 'visit' }
  | { show: 'year'; year: number | null }
  | { show: 'partner'; id: string; part: PartnerPart | null; entry: string | null };

const at = (...words: (string | undefined)[]): string =>
  paths.more('partners', words.filter((word) => word !== undefined).join('.') || undefined);

export const partnersPath = (): string => at();
export const newPartnerPath = (): string => at(NEW);
export const visitPath = (): string => at(VISIT);
export const partnerYearPath = (year?: number): string => at(YEAR, year?.toString());
export const partnerPath = (id: string, part?: PartnerPart, entry?: string): string => at(id, part, entry);
export const cardsPath = (): string => paths.more('network');

/** Reads what an address names. */
export function readPartners(item: string | null): PartnersRoute {
  const [first, second, third] = item?.split('.') ?? [];
  if (!first || first === NEW) return { show: 'list', isNew: first === NEW };
  if (first === VISIT) return { show: 'visit' };
  if (first === YEAR) return { show: 'year', year: second ? Number(second) : null };
  return { show: 'partner', id: first, part: oneOf(PARTS, second) ?? null, entry: third ?? null };
}
