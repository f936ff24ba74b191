import { beforeEach, expect, test, vi } from 'vitest';

import type { ExpenseFields, Info, Intent } from '../client/generated/types.ts';
import type { Draft } from '../lib/draft.ts';
import { fieldsOf } from '../lib/fields.ts';
import type { Given } from '../state/app.svelte.ts';
import { entryForm } from './form.svelte.ts';

const world = vi.hoisted(() => ({
  given: [] as Intent[],
  answer: (_: Intent): unknown => ({ outcome: 'saved', entry: null }),
  drafts: new Map<string, unknown>(),
  told: [] as string[],
}));

vi.mock('../state/app.svelte.ts', () => ({
  give: (intent: Intent) => {
    world.given.push(intent);
    return Promise.resolve(world.answer(intent));
  },
}));
vi.mock('../state/drafts.svelte.ts', () => ({
  drafts: {
    take: (form: string) => world.drafts.get(form) ?? null,
    adopt: () => Promise.resolve(null),
    put: (form: string, draft: unknown) => void world.drafts.set(form, draft),
    drop: (form: string) => void world.drafts.delete(form),
    close: () => undefined,
  },
  offerBack: (back: () => void) => void (undo = back),
}));
vi.mock('../state/live.svelte.ts', () => ({
  caughtUp: () => Promise.resolve(),
  followed: () => Promise.resolve(),
}));
vi.mock('../state/router.svelte.ts', () => ({ router: { path: '/here' } }));
vi.mock('../state/toasts.svelte.ts', () => ({
  toasts: { show: ({ text }: { text: string }) => world.told.push(text) },
}));
vi.mock('../lib/i18n/language.svelte.ts', () => ({
  language: {
    t: {
      common: { saved: 'saved', notSavedRetry: 'retry' },
      form: { choose: 'choose' },
      errors: { bad_value: 'bad' },
    },
  },
}));
vi.mock('../state/saving.ts', () => ({
  complaint: (given: Given) => (given.outcome === 'saved' ? null : 'complaint'),
  remove: () => Promise.resolve(true),
}));

let undo: () => void = () => undefined;
type Stored = Pick<ExpenseFields, 'label' | 'netCents' | 'date'>;

/** The document: what it holds and the state it is in. */
let doc: Stored;
let base: string;

function opened() {
  const field = fieldsOf<Stored>();
  return entryForm({
    name: 'expense:e1',
    over: field,
    fields: {
      net: field.number('netCents', 'money', { bounds: { min: 0, max: 1_000_000 } }),
      label: field.text('label', { missing: () => 'missing' }),
      date: field.text('date'),
    },
    stands: () => ({ entry: doc, info: { id: 'e1', base, mayEdit: true, rereads: [] } as unknown as Info }),
    title: ({ label }) => label,
    edit: (changes, id) => ({ type: 'editExpense', year: 2026, id, changes }),
    moves: ({ date }) => date?.startsWith('2025') === true,
  });
}

/** Somebody else saves. */
function meanwhile(changes: Partial<Stored>, at: string): void {
  doc = { ...doc, ...changes };
  base = at;
}

const written = (): unknown[] =>
  world.given.map((intent) =>
    intent.type === 'do' && intent.command.type === 'editExpense'
      ? [intent.base, intent.command.changes]
      : intent,
  );

beforeEach(() => {
  world.given.length = 0;
  world.told.length = 0;
  world.drafts.clear();
  doc = { label: 'Encre', netCents: 10_000, date: '2026-03-02' };
  base = 'a';
  world.answer = (intent) => {
    if (intent.type === 'do' && intent.command.type === 'editExpense')
      meanwhile(intent.command.changes, `${base}+`);
    return { outcome: 'saved', entry: null };
  };
});

test('a field that nobody touched follows what stands, and only the touched one is sent, on what was seen', async () => {
  const form = opened();
  form.typed.net = '110';
  meanwhile({ label: 'Papier' }, 'b');
  expect(form.typed.label).toBe('Papier');
  expect(await form.save()).toBe(true);
  expect(written()).toEqual([['a', { netCents: 11_000 }]]);
  expect(world.drafts.size).toBe(0);
});

test('a draft of yesterday says that the amount changed since, and is sent on what was seen then', async () => {
  opened().typed.net = '110';
  meanwhile({ netCents: 15_000 }, 'b');
  const form = opened();
  expect(form.typed.net).toBe('110');
  expect(form.restored).toBe(true);
  expect(form.note('net').moved).toMatchObject({ other: '150,00', lost: false });
  await form.save();
  expect(written()).toEqual([['a', { netCents: 11_000 }]]);
});

test('taking the other value leaves nothing to save; keeping mine is said of what stands', async () => {
  const form = opened();
  form.typed.net = '110';
  meanwhile({ netCents: 15_000 }, 'b');
  form.note('net').moved?.keep();
  expect(form.note('net').moved).toBeUndefined();
  await form.save();
  expect(written()).toEqual([['b', { netCents: 11_000 }]]);

  form.typed.net = '120';
  meanwhile({ netCents: 16_000 }, 'c');
  form.note('net').moved?.take();
  expect(form.typed.net).toBe('160,00');
  expect(form.dirty).toBe(false);
});

test('fields begun on different states go in one change each', async () => {
  const form = opened();
  form.typed.net = '110';
  meanwhile({ date: '2026-03-03' }, 'b');
  form.typed.label = 'Papier';
  await form.save();
  expect(written()).toEqual([
    ['a', { netCents: 11_000 }],
    ['b', { label: 'Papier' }],
  ]);
});

test('three taps save once', async () => {
  const form = opened();
  form.typed.net = '110';
  await Promise.all([form.save(), form.save(), form.save()]);
  expect(world.given).toHaveLength(1);
});

test('what a tap decides while another is being saved follows it, on what was then written', async () => {
  const form = opened();
  form.typed.label = 'Papier';
  const first = form.decide();
  form.typed.label = 'Plume';
  const second = form.decide();
  expect(await Promise.all([first, second])).toEqual([false, true]);
  expect(written()).toEqual([
    ['a', { label: 'Papier' }],
    ['a+', { label: 'Plume' }],
  ]);
  expect(await form.decide()).toBe(true);
  expect(written()).toHaveLength(2);
});

test('what is typed between the tap and the answer stays, on the state that was just written', async () => {
  const form = opened();
  form.typed.label = 'Papier';
  const answer = world.answer;
  world.answer = (intent) => {
    const given = answer(intent);
    form.typed.label = 'Papier et encre';
    return given;
  };
  expect(await form.save()).toBe(false);
  expect(form.typed.label).toBe('Papier et encre');
  world.answer = answer;
  await form.save();
  expect(written()).toEqual([
    ['a', { label: 'Papier' }],
    ['a+', { label: 'Papier et encre' }],
  ]);
});

test('words that could not be saved stay as a draft, with the reason beside their field', async () => {
  const form = opened();
  form.typed.net = '110';
  world.answer = () => ({ outcome: 'rejected', code: 'bad_value', field: 'netCents' });
  expect(await form.save()).toBe(false);
  expect(form.note('net').error).toBe('bad');
  expect((world.drafts.get('expense:e1') as Draft).touches).toHaveProperty('net');
  expect(world.told).toEqual(['complaint']);
});

test('what was seen is not to be had any more: who wrote is shown both and chooses', async () => {
  const form = opened();
  form.typed.net = '110';
  form.typed.label = 'Papier';
  meanwhile({ netCents: 15_000 }, 'b');
  const answer = world.answer;
  world.answer = (intent) =>
    intent.type === 'do' && intent.base === 'a'
      ? { outcome: 'rejected', code: 'base_lost', field: '' }
      : answer(intent);
  expect(await form.save()).toBe(false);
  expect(form.note('net').moved).toMatchObject({ other: '150,00', lost: true });
  expect(form.note('label').moved).toBeUndefined();
  expect(await form.save()).toBe(false);
  form.note('net').moved?.keep();
  expect(await form.save()).toBe(true);
  expect(doc).toMatchObject({ netCents: 11_000, label: 'Papier' });
});

test('a value chosen in a conflict is what the open form shows', () => {
  const form = opened();
  form.typed.net = '110';
  meanwhile({ netCents: 15_000 }, 'b');
  form.follow('netCents');
  expect(form.typed.net).toBe('150,00');
});

test('a draft that is thrown away comes back when asked', () => {
  const form = opened();
  form.typed.net = '110';
  form.throwAway();
  expect(form.typed.net).toBe('100,00');
  expect(world.drafts.size).toBe(0);
  undo();
  expect(form.typed.net).toBe('110');
  expect(world.drafts.size).toBe(1);
});

test('a draft of an earlier version keeps what was typed and asks before it is saved', async () => {
  world.drafts.set('expense:e1', { former: { net: '110', label: 'Encre' } });
  const form = opened();
  expect(form.typed.net).toBe('110');
  expect(form.note('net').moved).toMatchObject({ other: '100,00', lost: true });
  expect(await form.save()).toBe(false);
  expect(world.given).toEqual([]);
});

test('what takes the entry to another document takes along all that was typed, as things stand there', async () => {
  const form = opened();
  form.typed.label = 'Cartouches';
  meanwhile({ netCents: 150 }, 'b2');
  form.typed.date = '2025-12-31';
  expect(await form.save()).toBe(true);
  expect(written()).toEqual([[null, { label: 'Cartouches', date: '2025-12-31' }]]);
});

test('a save that never comes about is said, not left without a word', async () => {
  world.answer = () => ({ outcome: 'rejected', code: 'base_lost', field: '' });
  const form = opened();
  form.typed.label = 'Cartouches';
  expect(await form.save()).toBe(false);
  expect(world.told).toEqual(['retry']);
  expect(form.typed.label).toBe('Cartouches');
});

test('a draft of what was saved as its page closed says of it what was typed since', async () => {
  const field = fieldsOf<Stored>();
  const form = entryForm({
    name: 'expense:new',
    over: field,
    fields: { label: field.text('label') },
    stands: () => undefined,
    title: ({ label }) => label,
    add: (expense, id) => ({ type: 'addExpense', id, expense: expense as ExpenseFields }),
    edit: (changes, id) => ({ type: 'editExpense', year: 2026, id, changes }),
  });
  form.typed.label = 'Encre et papier';
  world.answer = (intent) =>
    intent.type === 'do' && intent.command.type === 'addExpense'
      ? { outcome: 'noChange' }
      : { outcome: 'saved', entry: null };
  expect(await form.save()).toBe(true);
  expect(world.given).toHaveLength(2);
  expect(world.given[1]).toMatchObject({
    base: null,
    command: { type: 'editExpense', id: form.id, changes: { label: 'Encre et papier' } },
  });
});
