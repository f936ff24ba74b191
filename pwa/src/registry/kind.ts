/**
 * What a kind of document says of itself to the app: where it is shown and found, what is offered of it, how what was
 * refused of it is corrected, what it is called. The frame of the app asks all kinds and names none.
 *
 * A kind's `index.ts` holds no screen: whatever reads addresses, topics or texts reads it too. A screen that every
 * phone has is put in its place by the kind's `screens.ts`; what only some have stands in its `team.ts` and
 * `correcting.ts`, parts that are loaded on demand.
 */
import type { Component } from 'svelte';

import type {
  ABOUT_MEMBERS,
  Command,
  Info,
  Kind,
  Next,
  Page,
  Place,
  RefusedItem,
  Role,
  Topic,
  ViewOf,
  ViewRequest,
  Views,
  Wait,
  WaitingItem,
  Window,
} from '../client/generated/types.ts';
import type { IconName } from '../components/Icon.svelte';
import type { CorrectionOf } from '../lib/correction.ts';
import type { Formats } from '../lib/format.ts';
import type { Language } from '../lib/i18n/languages.ts';
import type { InShell, Loaded } from '../lib/parts.svelte.ts';

/** Who is there, as far as it decides what they are offered. */
export interface Reader {
  /** The role they work in now: one of theirs. */
  readonly role: Role;
  readonly isCoach: boolean;
  readonly isEntrepreneur: boolean;
  readonly isDirector: boolean;
  /** Does more than an entrepreneur. */
  readonly isInTeam: boolean;
  /** Everything has come once: what is missing is missing. */
  readonly isFilled: boolean;
  readonly today: string;
  readonly year: number;
  /** Finance and direction, who read what is about people that they do not accompany. */
  readonly readsFar: boolean;
}

/** Whose bar something is a place of. A bar has two besides *Aujourd’hui* and *Coopérative*: one on each side of ＋. */
export interface InBar<T> {
  side: 'left' | 'right';
  roles: readonly Role[];
  /** Where several are declared for one place of a role's bar, the lowest takes it; 0 when left out. */
  order?: number;
  /** The word under the drawing, where its name is too long for the bar. */
  word?: (t: T) => string;
}

/** How something with an address of its own is found. */
export interface Link<T> {
  icon: IconName;
  label: (t: T) => string;
  /** Among those that are listed with it. */
  order: number;
  /**
   * Where it is listed: in *Coopérative* among what is shared (when left out), there at the top as the work of those
   * whom it is for, or behind the avatar.
   */
  at?: 'coop' | 'work' | 'own';
  /** Whether it is for somebody; everybody's when left out. */
  for?: (reader: Reader) => boolean;
  bar?: InBar<T>;
  /** The documents of which it tells what is new; all of its kind when left out. */
  news?: readonly Kind[];
}

/** Something found in the bar or in *Coopérative* that has an address of its kind's own. */
export interface PlaceLink<T> extends Link<T> {
  /** What all its addresses begin with. */
  area: string;
  path: () => string;
}

/** Something that is one tap away from anywhere. */
export interface CaptureEntry<T> {
  icon: IconName;
  label: (t: T) => string;
  hint: (t: T) => string;
  order: number;
  /** Its order for those who work in a role, where it is another: six are offered. */
  orders?: Partial<Record<Role, number>>;
  /** Where it leads; `null` for whom it is not. */
  path: (reader: Reader) => string | null;
}

/** A screen with what it is to show: that they fit is checked by `screen`. */
export interface Target {
  screen: Loaded<Component<{ route: never }>>;
  route: object;
}

/** What a screen that knows no kind makes of one of the kind's views: that they fit is checked by `asked`. */
export interface Asked<O> {
  /** What to read; `null` for whom it is not. */
  view: (reader: Reader) => ViewRequest | null;
  of: (answer: never) => O;
}

/** What a command was about whose own words may not tell. */
export interface About {
  /** The label of the record; in the words of the data where its kind reads them (`entryName`). */
  label: string;
  /** What is called what there, of values that are identifiers. */
  names?: readonly (readonly [value: string, name: string])[];
}

/** A list as far as the replica gives it at once. */
export const AT_ONCE: Window = { offset: 0, limit: 200 };

/** A figure of the month. */
export interface Figure {
  name: string;
  value: string;
  path: string;
}

/** A place by its name. */
export interface NamedPath<T> {
  label: (t: T) => string;
  path: () => string;
}

/** What a newcomer does first. */
export interface FirstStep<T> {
  icon: IconName;
  words: (t: T) => string;
  hint: (t: T) => string;
  path: () => string;
  order: number;
  /** Whether it is still to be done. */
  due: Asked<boolean>;
}

/** A page at `/more/WORD`. */
export interface MorePage<T> {
  screen: Loaded<Component<{ item: string | null }>>;
  /** How it is found, for a page that other screens do not lead to. */
  link?: Link<T>;
}

/** How something that waits for the reader is shown. */
export interface Waits<T> {
  icon: IconName;
  /** Why it waits. */
  text: (t: T) => string;
  /** What can be done about it at once. */
  answers?: Loaded<Component<{ item: WaitingItem }>>;
}

/** Whether a form shows all of a refused command, so that it can be corrected there. */
type Correctable<C extends Command['type']> = boolean | ((command: Extract<Command, { type: C }>) => boolean);

/** What each view reads; `null` when it reads everything. */
export type Reads = { [V in keyof Views]?: readonly Topic[] | null };
/** How what waits is shown, by kind and by the kind's own words. */
export type AllWaits<T> = {
  [K in Wait['kind']]?: { [W in Extract<Wait, { kind: K }>['word']]: Waits<T> };
};
/** The line of what comes up, by kind. */
export type AllNext = {
  [K in Next['kind']]?: InShell<Component<{ row: Extract<Next, { kind: K }>['row'] }>>;
};
export type Commands = { [C in Command['type']]?: Correctable<C> };
/** The same of all commands of a kind, and of no other. */
export type CommandsOf<C extends Command> = { [T in C['type']]: Correctable<T> };

/** The form that corrects a command. It reads for itself what it needs besides. */
type CorrectionForm<C extends Command['type']> = Component<{
  correction: CorrectionOf<C>;
  onclose: () => void;
}>;
export type CorrectionForms = { [C in Command['type']]?: CorrectionForm<C> };
/** A form for each command that can be corrected. */
export type FormsFor<C extends Commands> = {
  [T in keyof C & Command['type'] as C[T] extends false ? never : T]: CorrectionForm<T>;
};

/** What a kind says, its own texts being `T`. */
export interface Declared<T> {
  /** What its documents are called by the replica. */
  documents: readonly Kind[];
  /** Its screens, by the first word of their addresses, from the words that follow. */
  routes?: Record<string, (rest: readonly string[]) => Target>;
  /** Its places that are no pages. */
  places?: readonly PlaceLink<T>[];
  capture?: readonly CaptureEntry<T>[];
  /** Where the shortcuts of the installed app's icon lead, by their names in the manifest. */
  shortcuts?: Record<string, string>;
  pages?: Record<string, MorePage<T>>;
  /** Where the reader's own page is. */
  own?: () => string;
  /** Where people are found. */
  directory?: NamedPath<T>;
  /** What there is of a member beside their own page. */
  ofMember?: { label: (t: T) => string; path: (member: string) => string };
  /** People's names are in its documents: every view shows some. */
  names?: boolean;
  /** Where all of it is that comes up. */
  agenda?: NamedPath<T>;
  /** The reader's own figures of this month. */
  figures?: Asked<(t: T, f: Formats, today: string) => Figure[]>;
  firstSteps?: readonly FirstStep<T>[];
  /** Where a document of it, or an entry of one, is shown. */
  place: (place: Place) => string;
  reads: Reads;
  waits: AllWaits<T>;
  next: AllNext;
  commands: Commands;
  /** Fields of commands that nobody types: they say what was on the screen. */
  untyped?: { [C in Command['type']]?: readonly string[] };
  /** What a refused command on something of it was about, from a view that shows it; nothing of what is gone. */
  about?: (place: Place) => Asked<About | undefined> | undefined;
  corrections?: Loaded<CorrectionForms>;
  /** What to do with what was refused because the entry is closed. */
  closed?: Loaded<Component<{ item: RefusedItem }>>;
  /** What an entry is called whose label the replica gives in the words of the data. */
  entryName?: (t: T, f: Formats, label: string) => string | undefined;
  /** What a field is called that has no name among the texts. */
  fieldName?: (t: T, field: string) => string | undefined;
  /** The words of enumerations, by the name of the field that holds one. */
  values?: Record<string, (t: T) => readonly Record<string, string>[]>;
}

/** A kind's texts: French in the app, each other language on demand. */
interface Texts<T> {
  fr: T;
  en: () => Promise<T>;
}

type AboutMembers = typeof ABOUT_MEMBERS;

/**
 * What documents, and the parts of them in which something about a member may stand, are called where members are told
 * who reads and who writes them: a kind's `access.ts`, a part that is loaded on demand.
 */
export type Told<K extends keyof AboutMembers> = Record<
  Language,
  { [Each in K]: { title: string; parts: Record<AboutMembers[Each][number], string> } }
>;

/** Declares a kind of document. */
export function kind<T extends object, const K extends Declared<T>>(
  texts: Texts<T>,
  declared: K,
): K & { texts: Texts<T> } {
  return { ...declared, texts };
}

/** A screen and the route that it shows. */
export function screen<R extends object>(loaded: Loaded<Component<{ route: R }>>, route: R): Target {
  return { screen: loaded, route };
}

/** A view, and what is made of it. */
export function asked<R extends ViewRequest, O>(
  view: (reader: Reader) => R | null,
  of: (answer: NonNullable<ViewOf<R>>) => O,
): Asked<O> {
  return { view, of };
}

/** What an entry of a list is called, from a view of the list. */
export function inList<R extends ViewRequest, T extends { info: Info }>(
  view: R,
  id: string,
  rows: (answer: NonNullable<ViewOf<R>>) => readonly T[],
  label: (row: T) => string,
): Asked<About | undefined> {
  return asked(
    () => view,
    (answer) => {
      const row = rows(answer).find(({ info }) => info.id === id);
      return row && { label: label(row) };
    },
  );
}

/** The rows of a page. */
export const rowsOf = <T>({ rows }: Page<T>): readonly T[] => rows;

/** With the state of sync comes the state of entries: every view that shows entries follows it. */
const ENTRIES: readonly Topic[] = ['sync', 'refused', 'conflicts'];

/** What a view of entries reads. */
export function entriesOf(...topics: Topic[]): readonly Topic[] {
  return [...topics, ...ENTRIES];
}
