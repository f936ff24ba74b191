import { expect, test } from 'vitest';

import type { DecisionStatus, LineRow, LineState } from '../../client/generated/types.ts';
import { back, choices, decision } from './lines.ts';

function row(state: LineState, { changed = false, status = null as DecisionStatus | null } = {}): LineRow {
  return {
    info: { id: 'l1' },
    member: 'm1',
    mayDecide: true,
    lineSha256: 'ab',
    standing: { state, changed, status, reason: status === 'invalid' ? 'Illisible' : '' },
  } as LineRow;
}

test('a line is accepted or refused, and paid once it is accepted', () => {
  expect(choices(row('submitted'))).toEqual(['valid', 'invalid']);
  expect(choices(row('accepted'))).toEqual(['invalid', 'paid']);
  expect(choices(row('refused'))).toEqual(['valid']);
  expect(choices(row('paid'))).toEqual([]);
});

test('what was changed after it was accepted or paid is decided again', () => {
  expect(choices(row('accepted', { changed: true }))).toContain('valid');
  expect(choices(row('paid', { changed: true }))).toEqual(['paid']);
});

test('nobody is offered what they may not decide', () => {
  expect(choices({ ...row('submitted'), mayDecide: false })).toEqual([]);
});

test('a decision names the line as it was read', () => {
  expect(decision(row('submitted'), 'invalid', 'Illisible')).toEqual({
    type: 'decideLine',
    member: 'm1',
    id: 'l1',
    status: 'invalid',
    reason: 'Illisible',
    lineSha256: 'ab',
  });
});

test('a decision is taken back to what stood before it; what was paid is accepted again', () => {
  expect(back(row('submitted'), 'valid')).toMatchObject({ status: 'received' });
  expect(back(row('refused', { status: 'invalid' }), 'valid')).toMatchObject({
    status: 'invalid',
    reason: 'Illisible',
  });
  expect(back(row('accepted', { status: 'valid' }), 'paid')).toMatchObject({ status: 'valid' });
});
