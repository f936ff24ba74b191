/** What an entry is called where it is spoken of: never an instant, an identifier or a key. */
import type { Formats } from '../lib/format.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import { isId } from '../lib/ulid.ts';
import { known } from './known.ts';

/** An entry by the label that the replica gives: its own words, those of the data that its kind reads, a day, or nothing. */
export function entryName(t: Catalogue, f: Formats, label: string): string {
  for (const { entryName: named } of known().kinds) {
    const name = named?.(t, f, label);
    if (name) return name;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(label)) return t.common.entryOf(f.shortDay(label));
  return label === '' || isId(label) ? t.common.entry : label;
}
