/** Who reads and who writes what about the reader: from the words of the tables into those of people. */
import type { Kind, KindAccess, ReaderAccess, Role } from '../client/generated/types.ts';
import type { ACCESS } from './i18n/access.ts';
import type { Language } from './i18n/languages.ts';

/** The page's texts, in one language. */
type Texts = (typeof ACCESS)[Language];
/** What each kind and its parts are called, in one language. */
export type Names = Partial<Record<Kind, { title: string; parts: Record<string, string> }>>;

/** What is said of one kind. */
export interface ToldKind {
  kind: Kind;
  title: string;
  readers: string;
  /** The names of those, where there are any to tell. */
  people: string;
  /** What is written by the same people stands together. */
  lines: { parts: string; writers: string }[];
}

/** Says it of one kind. */
export function told(
  access: KindAccess,
  t: Texts,
  names: Names,
  roles: Record<Role, string>,
  day: (date: string) => string,
): ToldKind {
  const { kind, whose, readers, people, parts } = access;
  const isOthers = whose === 'others';
  const lines = new Map<string, string[]>();
  for (const { part, writers } of parts) {
    const who = isOthers ? t.writer : [...new Set(writers.map((one) => t.writers[one]))].join(', ');
    const together = lines.get(who) ?? [];
    lines.set(who, [...together, names[kind]?.parts[part] ?? part]);
  }
  const named = (one: ReaderAccess): string =>
    `${one.name} (${[
      ...one.roles.map((role) => roles[role].toLocaleLowerCase()),
      ...(one.until ? [t.until(day(one.until))] : []),
    ].join(', ')})`;
  const hasNames = !isOthers && readers !== 'everyone' && readers !== 'own';
  return {
    kind,
    title: names[kind]?.title ?? kind,
    readers: isOthers ? t.author : t.readers[readers],
    people: hasNames ? people.map(named).join(', ') || t.nobody : '',
    lines: [...lines].map(([writers, together]) => ({ parts: together.join(', '), writers })),
  };
}
