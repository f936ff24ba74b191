/** How one stored value reads to a person, by the name of its field. */
import type { FieldValue } from '../client/generated/types.ts';
import type { Formats } from './format.ts';
import type { Catalogue } from './i18n/fr.ts';

/** The field's name in the reader's language; an unknown one is shown as it is rather than hidden. */
export function fieldName(t: Catalogue, field: string): string {
  const [name = field, part] = field.split('.');
  return (
    t.conflict.fields[name] ?? t.reread.fields[name] ?? (part && t.coaching.eight[Number(part)]) ?? field
  );
}

/** The value in the reader's language. */
export function fieldValue(t: Catalogue, f: Formats, field: string, value: FieldValue): string {
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
  return word(t, field, value) ?? value;
}

/** The words of enumerations, looked up where the forms show them. */
function word(t: Catalogue, field: string, value: string): string | undefined {
  const { activity, coaching, events } = t;
  const lists: Record<string, Record<string, string>[]> = {
    category: [activity.categories],
    vehicle: [activity.vehicles],
    stage: [activity.stages],
    mode: [coaching.modes],
    urgency: [coaching.urgencies],
    sessionType: [coaching.types],
    kind: [activity.kinds, coaching.goalKinds, events.kinds],
    status: [
      coaching.statuses,
      coaching.actionStatuses,
      coaching.goalStatuses,
      events.statuses,
      events.answers,
    ],
  };
  return lists[field]?.map((list) => list[value]).find((found) => found !== undefined);
}
