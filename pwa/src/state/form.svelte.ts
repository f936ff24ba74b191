/**
 * The one mechanism behind everything that edits.
 *
 * A field nobody typed in shows what stands, live. A field somebody typed in remembers what they saw when they began;
 * only such fields are kept as a draft and sent, as a change made on the state of the document that was seen. So what
 * two people did at once meets in the document, by its rules, rather than one save taking back another.
 */
import type { Command, EntryRef, Info, Intent, RereadView } from '../client/generated/types.ts';
import { type Correction, draftOf, refusedIn, saidIn } from '../lib/correction.ts';
import type { Draft, Former } from '../lib/draft.ts';
import type { Field, FieldsOf } from '../lib/fields.ts';
import {
  type Group,
  type Touch,
  type Touches,
  afterLoss,
  afterSaving,
  fitting,
  fromFormer,
  groupsOf,
  hasMoved,
  isToSend,
  keep,
  touch,
  without,
} from '../lib/form.ts';
import { type Objection, objectionWords } from '../lib/objection.ts';
import { paths } from '../lib/paths.ts';
import { newUlid } from '../lib/ulid.ts';
import { type Given, give } from './app.svelte.ts';
import { drafts, offerBack } from './drafts.svelte.ts';
import { language } from './language.svelte.ts';
import { caughtUp } from './live.svelte.ts';
import { router } from './router.svelte.ts';
import { complaint, remove } from './saving.ts';
import { type Toast, toasts } from './toasts.svelte.ts';

/** What stands of an entry, as a view gives it. */
export interface Standing<E> {
  entry: Partial<E>;
  info?: Info | undefined;
  /** For what a view shows without an [`Info`]. */
  base?: string | null;
  rereads?: RereadView[];
}

/** The fields of a form that shows `V`. */
type Fields<E, V> = { [N in keyof V]: Field<E, V[N]> };

/** What is on the screen, by field. */
type Values = Record<string, unknown>;

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
  readonly correction: Correction | undefined;
  readonly removes: boolean;
  /** Answers whether all of it is on the disk. */
  save(): Promise<boolean>;
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

/** Opens a form, with its draft if there is one. To be called while a component is set up. */
export function entryForm<E extends object, V extends object>(spec: Spec<E, V>): EntryForm<V> {
  const { correction } = spec;
  const fields = spec.fields as Record<string, Field<E, unknown> | undefined>;
  const name = draftOf(spec.name, correction);
  const names = Object.keys(spec.fields);
  const first = spec.stands();
  const refused = correction ? (refusedIn(correction) as Partial<E>) : {};

  /** Just made here: until its form closes, it is edited without being read again. */
  let made = $state.raw<Standing<E>>();
  const standing = $derived(spec.stands() ?? made);
  let id = $state(first?.info?.id ?? saidIn(correction) ?? newUlid());
  let touches = $state.raw<Touches>({});
  let blank = $state.raw<Values>(values({ ...spec.blank, ...refused }));
  let refusals = $state.raw<Record<string, string>>({});
  let tried = $state(false);
  let saving = $state(false);
  let told: Toast | undefined;
  let restored = $state(false);
  let draftedAt = 0;
  let typedAt = Date.now();
  /** The refused item was done again: what follows is an edit like any other. */
  let corrected = false;

  function values(entry: Partial<E>): Values {
    return Object.fromEntries(names.map((one) => [one, fields[one]?.of(entry)]));
  }

  const shown = $derived(standing ? values(standing.entry) : blank);
  const baseNow = $derived(standing ? (standing.base ?? standing.info?.base ?? null) : null);
  const now = (field: string): Omit<Touch, 'typed'> => ({
    seen: shown[field],
    base: baseNow,
    since: Date.now(),
  });
  const valueOf = (field: string): unknown => (touches[field] ?? { typed: shown[field] }).typed;

  const set = (after: Touches): void => write((touches = after));

  function write(kept: Touches): void {
    if (Object.keys(kept).length === 0) return drafts.drop(name);
    drafts.put(name, {
      title: spec.title(typed),
      path: correction ? paths.more('refused', String(correction.item)) : (spec.path ?? router.path),
      at: typedAt,
      id,
      touches: kept,
      ...(standing ? {} : { blank }),
    });
  }

  function type(field: string, value: unknown): void {
    // A copy: what is typed later must not change what was seen.
    const plain = $state.snapshot(value);
    refusals = Object.fromEntries(Object.entries(refusals).filter(([one]) => one !== field));
    const before = touches[field];
    typedAt = Date.now();
    // While it is being saved, a field stays touched even at its old value: that is then a change of its own.
    set(
      saving && before
        ? { ...touches, [field]: { ...before, typed: plain } }
        : touch(touches, field, plain, now(field)),
    );
  }

  const typed = {} as V;
  for (const one of names) {
    Object.defineProperty(typed, one, {
      enumerable: true,
      get: () => valueOf(one),
      set: (value: unknown) => type(one, value),
    });
  }

  function take(stored: Draft | Former): void {
    if ('former' in stored) {
      const entry = { base: baseNow, since: Date.now(), isNew: !standing };
      touches = fromFormer(stored.former, shown, entry);
    } else {
      if (!standing) {
        id = stored.id;
        blank = { ...blank, ...stored.blank };
      }
      touches = fitting(stored.touches, shown);
      draftedAt = typedAt = stored.at;
    }
    restored = Object.keys(touches).length > 0;
    write(touches);
  }

  function open(): void {
    const stored = drafts.take(name);
    if (stored) take(stored);
    else {
      // What was refused was typed by somebody: it stands on top of the entry, as if typed again.
      const wanted = standing && correction ? values({ ...standing.entry, ...refused }) : shown;
      for (const one of names) touches = touch(touches, one, wanted[one], now(one));
      void drafts.adopt(name).then((found) => {
        if (found && Object.keys(touches).length === 0) take(found);
      });
    }
  }
  open();
  $effect(() => () => drafts.close(name));

  function inWords(wrong: string | Objection | undefined): string | undefined {
    return typeof wrong === 'object' ? objectionWords(language.t, language.f, wrong) : wrong;
  }

  function wrongOf(field: string): string | Objection | undefined {
    const checked = !standing || touches[field];
    return checked ? fields[field]?.wrong?.(valueOf(field)) : undefined;
  }

  function movedOf(field: string): Moved | undefined {
    const one = touches[field];
    if (!one || saving || !hasMoved(one, shown[field])) return undefined;
    return {
      other: shown[field],
      entry: id,
      at: standing?.info?.updatedAt ?? '',
      lost: one.lost === true,
      prose: fields[field]?.prose === true,
      take: () => set(without(touches, [field])),
      keep: () => set(keep(touches, field, now(field))),
    };
  }

  /** The fields of the form that say a field of the command. */
  const saying = (field: string): string[] =>
    names.filter((one) => Object.keys(fields[one]?.to(valueOf(one)) ?? {}).includes(field));

  /** What the fields say of the entry. */
  const saidBy = (some: string[]): Partial<E> =>
    Object.assign({}, ...some.map((one) => fields[one]?.to(valueOf(one)))) as Partial<E>;

  /** What is sent next of the touched fields. */
  function nextOf(left: Touches): Group | undefined {
    const groups = groupsOf(left);
    const all = groups.flatMap((one) => one.names);
    return spec.moves?.(saidBy(all)) ? { base: null, names: all } : groups[0];
  }

  function intentOf(command: Command, base: string | null): Intent {
    return correction && !corrected
      ? { type: 'retry', item: correction.item, command, base }
      : { type: 'do', command, base };
  }

  /** Says why not, beside the field where it is known. */
  function refuse(given: Given, words: string): void {
    const path = given.outcome === 'rejected' ? (given.field.split('/').at(-1) ?? '') : '';
    const beside = saying(path);
    if (beside.length > 0 && given.outcome === 'rejected') {
      const why = language.t.errors[given.code];
      refusals = Object.fromEntries(beside.map((one) => [one, why]));
    }
    toasts.show({ text: words, tone: 'bad' });
  }

  /** One change, on what was seen. */
  async function send({ base, names: sentNames }: Group): Promise<'saved' | 'lost' | 'failed'> {
    const sent = Object.fromEntries(sentNames.map((one) => [one, valueOf(one)]));
    const said = saidBy(sentNames);
    if (spec.send) {
      if (!(await spec.send(said))) return 'failed';
    } else {
      const commands = standing
        ? [spec.edit?.(said, id) ?? []].flat()
        : [spec.add?.({ ...spec.blank, ...refused, ...said } as E, id) ?? []].flat();
      for (const command of commands) {
        let given = await give(intentOf(command, base));
        // Its page was closed as it was saved: the entry stands, and what was typed since is said of it.
        if (given.outcome === 'noChange' && !standing && !correction) {
          for (const again of [spec.edit?.(said, id) ?? []].flat())
            given = await give({ type: 'do', command: again, base: null });
        }
        if (given.outcome === 'rejected' && given.code === 'base_lost') return 'lost';
        const words = complaint(given);
        if (words !== null) {
          refuse(given, words);
          return 'failed';
        }
        corrected = true;
      }
    }
    told = spec.told?.(said, id) ?? told;
    // On the disk first: a page that is closed now must not offer again what was saved.
    write(
      without(
        touches,
        sentNames.filter((one) => touches[one]?.typed === sent[one]),
      ),
    );
    if (!standing) made = { entry: { ...spec.blank, ...refused, ...said } };
    await caughtUp();
    set(afterSaving(touches, sent, now));
    return 'saved';
  }

  async function sendAll(): Promise<boolean> {
    if (!standing) return (await send({ base: null, names })) === 'saved';
    // Each group is sent twice at most: as it was seen, then as it stands where nothing of it changed since.
    const wanted = new Set(Object.keys(touches));
    for (let round = 0; round <= 2 * names.length; round++) {
      // What was typed since the tap is not saved with it: nobody said so.
      const group = nextOf(
        without(
          touches,
          names.filter((one) => !wanted.has(one)),
        ),
      );
      if (!group) return true;
      const how = await send(group);
      if (how === 'failed') return false;
      if (how === 'saved') {
        for (const one of group.names) wanted.delete(one);
        continue;
      }
      await caughtUp();
      set(afterLoss(touches, group.names, now));
      if (names.some((one) => touches[one]?.lost)) {
        toasts.show({ text: language.t.form.choose, tone: 'bad' });
        return false;
      }
    }
    toasts.show({ text: language.t.common.notSavedRetry, tone: 'bad' });
    return false;
  }

  async function save(): Promise<boolean> {
    if (saving) return false;
    tried = true;
    if (names.some((one) => wrongOf(one) !== undefined)) return false;
    if (names.some((one) => movedOf(one)?.lost)) {
      toasts.show({ text: language.t.form.choose, tone: 'bad' });
      return false;
    }
    saving = true;
    told = undefined;
    try {
      if (!(await sendAll())) return false;
      tried = false;
      restored = false;
      if (!spec.send) toasts.show(told ?? { text: language.t.common.saved, tone: 'plain' });
      return Object.keys(touches).length === 0;
    } finally {
      saving = false;
    }
  }

  return {
    typed,
    correction,
    get id() {
      return id;
    },
    get isNew() {
      return standing === undefined;
    },
    get reading() {
      return standing?.info?.mayEdit === false;
    },
    get dirty() {
      return Object.values(touches).some(isToSend);
    },
    get restored() {
      return restored && Object.keys(touches).length > 0;
    },
    get draftedAt() {
      return draftedAt;
    },
    get saving() {
      return saving;
    },
    get gone() {
      return (standing?.info?.removedAt ?? '') !== '';
    },
    get info() {
      return standing?.info;
    },
    get removes() {
      return spec.removes !== undefined && first !== undefined && !correction;
    },
    note: (field) => ({
      error: refusals[field] ?? (tried ? inWords(wrongOf(field)) : undefined),
      moved: movedOf(field) as Moved<V[typeof field]> | undefined,
      reading: standing?.info?.mayEdit === false,
      rereads: (standing?.rereads ?? standing?.info?.rereads ?? []).filter((one) =>
        saying(one.field).includes(field),
      ),
    }),
    seen: (field) => (touches[field]?.seen ?? shown[field]) as V[typeof field],
    save,
    async remove() {
      const entry = spec.removes?.(id);
      if (!entry || !(await remove(entry))) return false;
      set({});
      return true;
    },
    async restore() {
      const entry = spec.removes?.(id);
      if (!entry) return false;
      const given = await give({
        type: 'do',
        command: { type: 'remove', entry, removed: false },
        base: null,
      });
      const words = complaint(given);
      if (words !== null) toasts.show({ text: words, tone: 'bad' });
      return words === null;
    },
    throwAway() {
      const before = touches;
      const was = restored;
      set({});
      restored = false;
      tried = false;
      offerBack(() => {
        set(before);
        restored = was;
      });
    },
    follow(field) {
      set(without(touches, saying(field)));
    },
    words() {
      const said = names.map(valueOf).filter((value) => typeof value === 'string' && value !== '');
      return said.join('\n');
    },
  };
}
