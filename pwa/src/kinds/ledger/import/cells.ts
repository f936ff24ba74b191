/** What a cell of an imported file says, or why it says nothing for sure. */
import type { ContractFields } from '../../../client/generated/types.ts';
import { LIMITS } from '../../../client/generated/types.ts';
import { cleanLine } from '../../../lib/clean.ts';
import { readCents } from '../../../lib/money.ts';
import { type Bounds, bounded } from '../../../lib/number.ts';
import { plain } from '../../../lib/search.ts';
import { readDate } from '../../../lib/typed_dates.ts';
import type { Column } from './columns.ts';

/** Why a cell is not taken; the screen has words for each. */
export type Fault =
  'missing' | 'unreadable' | 'twoWays' | 'outOfBounds' | 'tooLong' | 'nobody' | 'several' | 'twice' | 'cells';

export type Said = { value: string | number } | { fault: Fault };

/** Somebody whom a file may name. */
export interface Known {
  member: string;
  name: string;
  tradeName: string;
}

const CONTRACTS: Record<string, ContractFields['kind']> = {
  cape: 'cape',
  cesa: 'cesa',
  cdi: 'cdi_es',
  'cdi es': 'cdi_es',
};
const BASES: Record<string, ContractFields['contributionBasis']> = {
  marge: 'margin',
  'marge brute': 'margin',
  margin: 'margin',
  ca: 'turnover',
  'chiffre d affaires': 'turnover',
  turnover: 'turnover',
};

function person(text: string, people: readonly Known[]): Said {
  const wanted = plain(text);
  const found = people.filter(({ member, name, tradeName }) =>
    [member.toLowerCase(), plain(name), plain(tradeName)].includes(wanted),
  );
  const [one] = found;
  return one && found.length === 1 ? { value: one.member } : { fault: one ? 'several' : 'nobody' };
}

/** `2026-02-28`, `28/02/2026`, `28.02.2026`. */
function day(text: string): Said {
  const [, date, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  const reading = readDate(iso, LIMITS.years);
  return reading.is === 'value' && iso.length === 10 ? { value: iso } : { fault: 'unreadable' };
}

/** `2026-02`, `02/2026`. */
function month(text: string): Said {
  const [, second, year] = /^(\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year && second ? `${year}-${second.padStart(2, '0')}` : text;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(iso) ? { value: iso } : { fault: 'unreadable' };
}

function number(text: string, bounds: Bounds): Said {
  const reading = bounded(readCents(text), bounds);
  if (reading.is === 'value') return { value: reading.value };
  if (reading.is === 'unsure') return { fault: 'twoWays' };
  const beyond = reading.is === 'wrong' && reading.why !== 'unreadable';
  return { fault: beyond ? 'outOfBounds' : 'unreadable' };
}

function word(text: string, words: Record<string, string>): Said {
  const value = words[plain(text)];
  return value ? { value } : { fault: 'unreadable' };
}

function line(text: string): Said {
  const bytes = new TextEncoder().encode(text).length;
  return bytes > LIMITS.lineBytes ? { fault: 'tooLong' } : { value: text };
}

/** What an optional cell says when it is empty. */
function empty({ form, optional }: Column): Said {
  if (!optional) return { fault: 'missing' };
  if (form === 'basis') return { value: 'margin' };
  return { value: form === 'cents' || form === 'rate' ? 0 : '' };
}

/** Reads a cell as its column asks. */
export function readCell(column: Column, typed: string, people: readonly Known[]): Said {
  const text = cleanLine(typed);
  if (text === '') return empty(column);
  switch (column.form) {
    case 'person':
      return person(text, people);
    case 'month':
      return month(text);
    case 'day':
    case 'openDay':
      return day(text);
    case 'cents':
      return number(text, LIMITS.ledger[column.key as keyof typeof LIMITS.ledger]);
    case 'rate':
      return number(text.replace(/\s?%$/, ''), LIMITS.ledger.contributionRateBp);
    case 'line':
      return line(text);
    case 'contract':
      return word(text, CONTRACTS);
    case 'basis':
      return word(text, BASES);
  }
}
