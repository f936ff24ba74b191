/** What somebody typed, told in their language rather than in the words of the data. */
import type { Command } from '../client/generated/types.ts';
import type { Formats } from '../lib/format.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import { fieldName, fieldValue } from './field_value.ts';
import type { About } from './kind.ts';
import { known } from './known.ts';

/** Identifiers and digests say nothing to a person. */
const UNREADABLE = /^([0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{64})$/;

/** What a person reads no words in: `entry` only names what something was done to. */
const UNSAID: ReadonlySet<string> = new Set(['type', 'entry', 'strokes']);

/**
 * Every value of a command that a person gave, one a line, with its name where it has one. Of identifiers, those that
 * are given a name.
 */
export function typedLines(t: Catalogue, f: Formats, command: Command, names: About['names'] = []): string[] {
  const lines: string[] = [];
  const own = known().kinds.find(({ commands }) => command.type in commands);
  const untyped = own?.untyped?.[command.type] ?? [];
  const words = new Map(names);
  collect('', command);
  return lines;

  function collect(field: string, value: unknown): void {
    if (Array.isArray(value)) value.forEach((one) => collect(field, one));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (!UNSAID.has(name) && !untyped.includes(name)) collect(name, inner);
      }
    } else if (typeof value === 'string' || typeof value === 'number') tell(field, value);
  }

  function tell(field: string, value: string | number): void {
    const named = field in t.conflict.fields;
    // A number without a name counts something of ours; free text needs none.
    if (value === '' || value === 0 || (typeof value === 'number' && !named)) return;
    const name = words.get(`${value}`);
    if (name === undefined && typeof value === 'string' && UNREADABLE.test(value)) return;
    const said = name ?? fieldValue(t, f, field, value, own);
    lines.push(named ? t.refused.named(fieldName(t, field), said) : said);
  }
}
