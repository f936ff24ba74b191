/** What somebody typed, told in their language rather than in the words of the data. */
import type { Command } from '../client/generated/types.ts';
import type { Formats } from '../lib/format.ts';
import type { Catalogue } from '../lib/i18n/catalogue.ts';
import { fieldName, fieldValue } from './field_value.ts';

/** Identifiers say nothing to a person. */
const IDENTIFIER = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** What a person reads no words in: `entry` only names what something was done to. */
const UNSAID: ReadonlySet<string> = new Set(['type', 'entry', 'contentSha256', 'strokes']);

/** Every value of a command that a person gave, one a line, with its name where it has one. */
export function typedLines(t: Catalogue, f: Formats, command: Command): string[] {
  const lines: string[] = [];
  collect('', command);
  return lines;

  function collect(field: string, value: unknown): void {
    if (Array.isArray(value)) value.forEach((one) => collect(field, one));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) if (!UNSAID.has(name)) collect(name, inner);
    } else if (typeof value === 'string' || typeof value === 'number') tell(field, value);
  }

  function tell(field: string, value: string | number): void {
    const named = field in t.conflict.fields;
    // A number without a name counts something of ours; free text needs none.
    if (value === '' || value === 0 || (typeof value === 'number' && !named)) return;
    if (typeof value === 'string' && IDENTIFIER.test(value)) return;
    const words = fieldValue(t, f, field, value);
    lines.push(named ? t.refused.named(fieldName(t, field), words) : words);
  }
}
