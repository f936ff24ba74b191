/** The kinds of field that forms declare: what each shows of an entry, and what it says of it. */
import { LIMITS } from '../client/generated/types.ts';
import { cleanLine, cleanProse } from './clean.ts';
import { fromLocalField, toLocalField } from './dates.ts';
import { type Bounds, sure } from './number.ts';
import {
  NUMBERS,
  type NumberKind,
  type Objection,
  dateObjection,
  lengthObjection,
  numberObjection,
} from './objection.ts';

/** One field of a form over an entry `E`, showing `V`. */
export interface Field<E, V> {
  /** What it shows. */
  of(entry: Partial<E>): V;
  /** What that says of the entry. */
  to(typed: V): Partial<E>;
  /** What is wrong with it. */
  wrong?(typed: V): string | Objection | undefined;
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

interface NumberOptions {
  bounds: Bounds;
  /** What is said where nothing is; without it, nothing is zero. */
  missing?: () => string;
  /** What a new entry shows. */
  otherwise?: number;
  /** Whether nothing is shown for zero. */
  zeroIsEmpty?: boolean;
}

/** Ways to declare the fields of a form over `E`. */
export interface FieldsOf<E> {
  /** A value shown as it is. */
  plain<K extends keyof E & string>(key: K, otherwise: E[K]): Field<E, E[K]>;
  /** Words, cleaned of what nobody sees. */
  text(key: Keys<E, string>, options?: TextOptions): Field<E, string>;
  /** A number, as people write it. */
  number(key: Keys<E, number>, of: NumberKind, options: NumberOptions): Field<E, string>;
  /** A number, or none. */
  openNumber(key: Keys<E, number | null>, of: NumberKind, bounds: Bounds): Field<E, string>;
  /** A day. */
  date(key: Keys<E, string>, options?: TextOptions): Field<E, string>;
  /** A day and a time, in the cooperative's zone. */
  instant(
    key: Keys<E, string>,
    options: Required<Pick<TextOptions, 'missing' | 'otherwise'>>,
  ): Field<E, string>;
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

    text: (key, { missing, otherwise = '', prose = false } = {}) => {
      const clean = (typed: string): string => (prose ? cleanProse(typed).trim() : cleanLine(typed));
      return {
        of: (entry) => (entry[key] as string | undefined) ?? otherwise,
        to: (typed) => said(key, clean(typed)),
        wrong: (typed) => {
          const cleaned = clean(typed);
          if (cleaned === '') return missing?.();
          return lengthObjection(cleaned, prose ? LIMITS.textBytes : LIMITS.lineBytes);
        },
        prose,
      };
    },

    number: (key, of, { bounds, missing, otherwise, zeroIsEmpty }) => ({
      of: (entry) => {
        const value = (entry[key] as number | undefined) ?? otherwise;
        return value === undefined || (value === 0 && zeroIsEmpty) ? '' : NUMBERS[of].typed(value);
      },
      to: (typed) => said(key, sure(NUMBERS[of].read(typed, bounds)) ?? 0),
      wrong: (typed) => (cleanLine(typed) === '' ? missing?.() : numberObjection(of, typed, bounds)),
    }),

    openNumber: (key, of, bounds) => ({
      of: (entry) => {
        const value = entry[key] as number | null | undefined;
        return value === null || value === undefined ? '' : NUMBERS[of].typed(value);
      },
      to: (typed) => said(key, sure(NUMBERS[of].read(typed, bounds))),
      wrong: (typed) => numberObjection(of, typed, bounds),
    }),

    date: (key, { missing, otherwise = '' } = {}) => ({
      of: (entry) => (entry[key] as string | undefined) ?? otherwise,
      to: (typed) => said(key, typed),
      wrong: (typed) => (typed === '' ? missing?.() : dateObjection(typed, LIMITS.years)),
    }),

    instant: (key, { missing, otherwise }) => ({
      of: (entry) => toLocalField((entry[key] as string | undefined) || otherwise),
      to: (typed) => said(key, fromLocalField(typed) ?? ''),
      wrong: (typed) => (typed === '' ? missing() : dateObjection(typed, LIMITS.years)),
    }),

    own: (field) => field,
  };
}

/** The name of a draft: which form, about what. */
export function named(form: string, about: string): string {
  return [form, about.trim()].filter(Boolean).join(' · ');
}
