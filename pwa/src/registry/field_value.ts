/** How one stored value reads to a person, by the name of its field. */
import type { FieldValue } from '../client/generated/types.ts';
import type { Formats } from '../lib/format.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import type { Declared } from './kind.ts';
import { known } from './known.ts';

/** The field's name in the reader's language; an unknown one is shown as it is rather than hidden. */
export function fieldName(t: Catalogue, field: string): string {
  const [name = field] = field.split('.');
  const words: Record<string, string> = { ...t.reread.fields, ...t.conflict.fields };
  return words[name] ?? firstOf(known().kinds, (kind) => kind.fieldName?.(t, field)) ?? field;
}

/** The value in the reader's language: a word that several kinds have is read by `own`, where it is known. */
export function fieldValue(
  t: Catalogue,
  f: Formats,
  field: string,
  value: FieldValue,
  own?: Declared<Catalogue>,
): string {
  if (typeof value === 'boolean') return value ? t.conflict.yes : t.conflict.no;
  if (typeof value === 'number') {
    if (field.endsWith('Cents') || field === 'forecast') return f.money(value);
    if (field === 'metres') return f.distance(value);
    if (field === 'minutes') return f.duration(value);
    if (field.endsWith('Bp')) return `${f.number(value / 100)} %`;
    return f.number(value);
  }
  if (value === '') return t.conflict.empty;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return f.appointment(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return f.longDay(value);
  return word(t, field, value, own) ?? value;
}

/** The words of enumerations, looked up where the forms of each kind show them. */
function word(
  t: Catalogue,
  field: string,
  value: string,
  own: Declared<Catalogue> | undefined,
): string | undefined {
  const lists = [...(own ? [own] : []), ...known().kinds].flatMap(({ values }) => values?.[field]?.(t) ?? []);
  return firstOf(lists, (list) => list[value]);
}

/** The first answer that one of these gives. */
function firstOf<T>(all: readonly T[], ask: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
