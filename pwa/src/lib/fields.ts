/** The kinds of field that forms declare: what each shows of an entry, and what it says of it. */
import { centsToField, parseCents } from './money.ts';

/** One field of a form over an entry `E`, showing `V`. */
export interface Field<E, V> {
  /** What it shows. */
  of(entry: Partial<E>): V;
  /** What that says of the entry. */
  to(typed: V): Partial<E>;
  /** What is wrong with it, in words. */
  wrong?(typed: V): string | undefined;
  /** Two people's words are put together, rather than one chosen. */
  prose?: boolean;
}

/** The names of the fields of `E` that hold a `V`. */
type Keys<E, V> = { [K in keyof E]-?: E[K] extends V ? K : never }[keyof E] & string;

interface TextOptions {
  /** What is said where nothing is. */
  missing?: () => string;
  /** What a new entry shows. */
  otherwise?: string;
  prose?: boolean;
}

interface MoneyOptions {
  wrong: () => string;
  /** What is said where nothing is; without it, nothing is zero. */
  missing?: () => string;
  /** Whether less than nothing is wrong. */
  positive?: boolean;
}

/** Ways to declare the fields of a form over `E`. */
export interface FieldsOf<E> {
  /** A value shown as it is. */
  plain<K extends keyof E & string>(key: K, otherwise: E[K]): Field<E, E[K]>;
  /** Words. Spaces around them say nothing. */
  text(key: Keys<E, string>, options?: TextOptions): Field<E, string>;
  /** An amount in cents. */
  money(key: Keys<E, number>, options: MoneyOptions): Field<E, string>;
  /** Anything else, by its own reading and writing. */
  own<V>(field: Field<E, V>): Field<E, V>;
}

export function fieldsOf<E extends object>(): FieldsOf<E> {
  const said = (key: string, value: unknown): Partial<E> => ({ [key]: value }) as Partial<E>;
  return {
    plain: (key, otherwise) => ({
      of: (entry) => entry[key] ?? otherwise,
      to: (typed) => said(key, typed),
    }),

    text: (key, { missing, otherwise = '', prose = false } = {}) => ({
      of: (entry) => (entry[key] as string | undefined) ?? otherwise,
      to: (typed) => said(key, typed.trim()),
      wrong: (typed) => (typed.trim() === '' ? missing?.() : undefined),
      prose,
    }),

    money: (key, { wrong, missing, positive }) => ({
      of: (entry) => {
        const cents = entry[key] as number | undefined;
        return cents === undefined ? '' : centsToField(cents);
      },
      to: (typed) => said(key, typed.trim() === '' ? 0 : (parseCents(typed) ?? 0)),
      wrong: (typed) => {
        if (typed.trim() === '') return missing?.();
        const cents = parseCents(typed);
        return cents === null || (positive && cents < 0) ? wrong() : undefined;
      },
    }),

    own: (field) => field,
  };
}

/** The name of a draft: which form, about what. */
export function named(form: string, about: string): string {
  return [form, about.trim()].filter(Boolean).join(' · ');
}
