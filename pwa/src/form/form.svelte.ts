/**
 * The one mechanism behind everything that edits.
 *
 * A field nobody typed in shows what stands, live. A field somebody typed in remembers what they saw when they began;
 * only such fields are kept as a draft and sent, as a change made on the state of the document that was seen. So what
 * two people did at once meets in the document, by its rules, rather than one save taking back another.
 */
import type { Command, Intent } from '../client/generated/types.ts';
import { draftOf, refusedIn, saidIn } from '../lib/correction.ts';
import type { Draft, Former } from '../lib/draft.ts';
import type { Field } from '../lib/fields.ts';
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
import { language } from '../lib/i18n/language.svelte.ts';
import { type Objection, objectionWords } from '../lib/objection.ts';
import { paths } from '../lib/paths.ts';
import { newUlid } from '../lib/ulid.ts';
import { type Given, give } from '../state/app.svelte.ts';
import { drafts, offerBack } from '../state/drafts.svelte.ts';
import { caughtUp, followed } from '../state/live.svelte.ts';
import { router } from '../state/router.svelte.ts';
import { complaint, remove } from '../state/saving.ts';
import { type Toast, toasts } from '../state/toasts.svelte.ts';
import type { EntryForm, Moved, Spec, Standing } from './shape.ts';

/** What is on the screen, by field. */
type Values = Record<string, unknown>;

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

  /** One change, on what was seen. With the last one the person is told, before the screen shows it. */
  async function send(
    { base, names: sentNames }: Group,
    isLast: boolean,
  ): Promise<'saved' | 'lost' | 'failed'> {
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
    if (isLast && !spec.send) toasts.show(told ?? { text: language.t.common.saved, tone: 'plain' });
    await followed();
    set(afterSaving(touches, sent, now));
    return 'saved';
  }

  async function sendAll(): Promise<boolean> {
    if (!standing) return (await send({ base: null, names }, true)) === 'saved';
    // Each group is sent twice at most: as it was seen, then as it stands where nothing of it changed since.
    const wanted = new Set(Object.keys(touches));
    for (let round = 0; round <= 2 * names.length; round++) {
      // What was typed since the tap is not saved with it: nobody said so.
      const unwanted = names.filter((one) => !wanted.has(one));
      const group = nextOf(without(touches, unwanted));
      if (!group) return true;
      const isLast = !nextOf(without(touches, [...unwanted, ...group.names]));
      const how = await send(group, isLast);
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

  let running: Promise<boolean> | undefined;

  function save(): Promise<boolean> {
    if (saving) return Promise.resolve(false);
    running = saveNow();
    return running;
  }

  async function decide(): Promise<boolean> {
    while (saving) await running;
    return Object.keys(touches).length === 0 || save();
  }

  async function saveNow(): Promise<boolean> {
    if (spec.ready) {
      saving = true;
      await spec.ready().finally(() => (saving = false));
    }
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
    get conflicts() {
      return standing?.conflicts ?? standing?.info?.conflicts ?? [];
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
    decide,
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
