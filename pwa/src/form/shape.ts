/** What a form declares of itself, and what it gives to the screen that shows it. */
import type { Command, ConflictView, EntryRef, Info, RereadView } from '../client/generated/types.ts';
import type { Correction } from '../lib/correction.ts';
import type { Field, FieldsOf } from '../lib/fields.ts';
import type { Toast } from '../state/toasts.svelte.ts';

/** What stands of an entry, as a view gives it. */
export interface Standing<E> {
  entry: Partial<E>;
  info?: Info | undefined;
  /** For what a view shows without an [`Info`]. */
  base?: string | null;
  rereads?: RereadView[];
  /** What was changed on two sides, where it is not the entry's [`Info`] that says it. */
  conflicts?: ConflictView[];
}

/** The fields of a form that shows `V`. */
type Fields<E, V> = { [N in keyof V]: Field<E, V[N]> };

/** What a form declares; the rest is the same for all. */
export interface Spec<E extends object, V extends object> {
  /** Names the form and its entry: the draft is found again by it. */
  name: string;
  /** The kinds of field that the entry has. */
  over: FieldsOf<E>;
  fields: Fields<E, V>;
  /** What stands now; nothing for a new entry. */
  stands(): Standing<NoInfer<E>> | undefined;
  /** What a new entry starts from, beyond what its fields show. */
  blank?: NoInfer<Partial<E>>;
  /** Names the draft in a list. */
  title(typed: V): string;
  /** Where the draft opens, if not where it was begun. */
  path?: string;
  /** What was refused and is corrected here. */
  correction?: Correction | undefined;
  /** What is told of saving this, where there is more to tell than that. */
  told?(said: Partial<E>, id: string): Toast | undefined;
  /** The command that makes the entry. */
  add?(entry: E, id: string): Command;
  /** The command, or commands, that say what was touched. */
  edit?(changes: Partial<E>, id: string): Command | Command[];
  /** Whether these changes take the entry to another document: all that was touched then goes along, as things stand. */
  moves?(changes: Partial<E>): boolean;
  /** For what no command does: answers whether it was done, and says by itself why not. */
  send?(changes: Partial<E>): Promise<boolean>;
  /** The entry, if it can be removed here. */
  removes?(id: string): EntryRef;
  /** What saving waits for: something of the entry is being made ready. */
  ready?(): Promise<void>;
}

/** What is said beside a field. */
export interface Note<V = unknown> {
  error: string | undefined;
  moved: Moved<V> | undefined;
  /** Shown to be read, not changed. */
  reading: boolean;
  /** Passages that were written in two places at once. */
  rereads: RereadView[];
}

/** The field changed under what somebody types. */
export interface Moved<V = unknown> {
  /** What stands. */
  other: V;
  /** The entry, and when it was last changed, as far as that is known. */
  entry: string;
  at: string;
  /** Saving waits for the choice: what was seen is not to be had any more. */
  lost: boolean;
  /** Saving as it is puts both together. */
  prose: boolean;
  take(): void;
  keep(): void;
}

/** One open form, whatever it shows. */
export interface FormState {
  readonly id: string;
  readonly isNew: boolean;
  readonly reading: boolean;
  /** Somebody typed something that is not saved. */
  readonly dirty: boolean;
  /** What was typed comes from an earlier time. */
  readonly restored: boolean;
  /** When that was, in milliseconds since 1970; 0 when it is not known. */
  readonly draftedAt: number;
  readonly saving: boolean;
  /** The entry was removed by somebody. */
  readonly gone: boolean;
  readonly info: Info | undefined;
  /** What of it was changed on two sides: shown above the fields, and nowhere else in the form. */
  readonly conflicts: ConflictView[];
  readonly correction: Correction | undefined;
  readonly removes: boolean;
  /** Answers whether all of it is on the disk. */
  save(): Promise<boolean>;
  /** The same of what a tap decides: tapped while something is being saved, it follows. */
  decide(): Promise<boolean>;
  remove(): Promise<boolean>;
  /** Brings a removed entry back. */
  restore(): Promise<boolean>;
  /** Throws away what was typed, with a way back. */
  throwAway(): void;
  /** Shows what stands in these fields, named as in commands. */
  follow(field: string): void;
  /** All the words on the screen, to be copied. */
  words(): string;
}

/** One open form that shows `V`. */
export interface EntryForm<V> extends FormState {
  /** What is on the screen, to be bound to. */
  readonly typed: V;
  note<N extends keyof V & string>(field: N): Note<V[N]>;
  /** What a field showed when typing in it began. */
  seen<N extends keyof V & string>(field: N): V[N];
}
