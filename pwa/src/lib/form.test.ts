import { expect, test } from 'vitest';

import {
  type Touch,
  type Touches,
  afterLoss,
  afterSaving,
  fitting,
  fromFormer,
  groupsOf,
  hasMoved,
  keep,
  touch,
} from './form.ts';

const on = (base: string, seen: unknown, since = 1): Omit<Touch, 'typed'> => ({ base, seen, since });

test('a field remembers what was seen when typing in it began, not what arrived while typing', () => {
  let touches: Touches = touch({}, 'net', '1', on('a', '100'));
  touches = touch(touches, 'net', '11', on('b', '150', 2));
  expect(touches).toEqual({ net: { typed: '11', seen: '100', base: 'a', since: 1 } });
});

test('a field that is back at what stands is untouched', () => {
  const touches = touch({}, 'net', '110', on('a', '100'));
  expect(touch(touches, 'net', '100', on('a', '100'))).toEqual({});
});

test('a field back at what was seen, while that changed, does not jump under the fingers and sends nothing', () => {
  let touches = touch({}, 'net', '110', on('a', '100'));
  touches = touch(touches, 'net', '100', on('b', '150'));
  expect(touches['net']?.typed).toBe('100');
  expect(groupsOf(touches)).toEqual([]);
});

test('a draft of yesterday with an old amount tells that the amount changed since', () => {
  const { net } = touch({}, 'net', '110', on('a', '100'));
  expect(net && hasMoved(net, '100')).toBe(false);
  expect(net && hasMoved(net, '150')).toBe(true);
  expect(net && hasMoved(net, '110')).toBe(false);
});

test('fields begun on different states go in one change each, the oldest first', () => {
  let touches = touch({}, 'plan', 'P', on('b', '', 5));
  touches = touch(touches, 'point0', 'A', on('a', '', 2));
  touches = touch(touches, 'point1', 'B', on('a', '', 9));
  expect(groupsOf(touches)).toEqual([
    { base: 'a', names: ['point0', 'point1'] },
    { base: 'b', names: ['plan'] },
  ]);
});

test('who keeps their value after seeing the other says so of what stands', () => {
  const touches = touch({}, 'net', '110', on('a', '100'));
  expect(keep(touches, 'net', on('b', '150', 7))).toEqual({
    net: { typed: '110', seen: '150', base: 'b', since: 7 },
  });
});

test('what is typed between the tap and the answer stays, on the state that was just written', () => {
  let touches = touch({}, 'text', 'un', on('a', ''));
  touches = touch(touches, 'label', 'encre', on('a', ''));
  const sent = { text: 'un', label: 'encre' };
  touches = touch(touches, 'text', 'un deux', on('a', ''));
  expect(afterSaving(touches, sent, (name) => on('b', name === 'text' ? 'un' : 'encre', 8))).toEqual({
    text: { typed: 'un deux', seen: 'un', base: 'b', since: 8 },
  });
});

test('a lost base asks about what changed only', () => {
  let touches = touch({}, 'net', '110', on('a', '100'));
  touches = touch(touches, 'label', 'encre', on('a', ''));
  const after = afterLoss(touches, ['net', 'label'], (name) => on('c', name === 'net' ? '150' : '', 3));
  expect(after['net']).toMatchObject({ lost: true, base: 'a' });
  expect(after['label']).toEqual({ typed: 'encre', seen: '', base: 'c', since: 3 });
});

test('a draft of an earlier version keeps what was typed, and asks where it cannot know what was seen', () => {
  const former = { net: '110', label: 'encre', gone: 'x', kind: 3 };
  const shown = { net: '100', label: 'encre', kind: 'cash' };
  expect(fromFormer(former, shown, { base: 'a', since: 1, isNew: false })).toEqual({
    net: { typed: '110', seen: '100', base: 'a', since: 1, lost: true },
  });
  expect(fromFormer(former, shown, { base: null, since: 1, isNew: true })['net']).not.toHaveProperty('lost');
});

test('a draft whose words were saved before it could be forgotten is no draft', () => {
  expect(fitting({ net: { typed: '110', ...on('a', '100') } }, { net: '110' })).toEqual({});
});
