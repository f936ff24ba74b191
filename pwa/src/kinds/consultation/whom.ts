/** Who is consulted, as one word of a form and in words. */
import type { ConsultationRow, Electorate } from '../../client/generated/types.ts';
import type { TEXTS } from './governance_texts.ts';

/** One word for each: a group by its identifier. */
export const wordOf = (electorate: Electorate | undefined): string =>
  electorate?.whom === 'group' ? electorate.group : (electorate?.whom ?? '');

export function electorateOf(word: string): Electorate {
  if (word === 'everyone' || word === 'associates') return { whom: word };
  return word === '' || word === 'nobody' ? { whom: 'nobody' } : { whom: 'group', group: word };
}

/** In words: a group by its name. */
export const whomWords = (words: (typeof TEXTS)['fr'], row: ConsultationRow): string =>
  row.groupName || words.whom[row.electorate.whom];
