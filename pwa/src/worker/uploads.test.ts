import { expect, test } from 'vitest';

import { LIMITS } from '../client/generated/types.ts';
import {
  BACKOFF_MS_MAX,
  type Line,
  PIECE_BYTES_MAX,
  PIECE_BYTES_MIN,
  SYNC_FIRST_MS_MAX,
  type Waiting,
  after,
  begin,
  nextStep,
  pieceBytes,
} from './uploads.ts';

const OPEN: Line = { isOpen: true, unsentSince: null, last: null };
const file = (over: Partial<Waiting> = {}): Waiting => ({
  ...begin({ doc: 'doc', hash: 'a', bytes: 300_000 }),
  ...over,
});
/** What is left of a file after an answer that keeps it waiting. */
const on = (...of: Parameters<typeof after>): Waiting => {
  const next = after(...of);
  if (next.is !== 'on') throw new Error(next.is);
  return next.file;
};

test('a file is first asked for, and goes on from what the relay has of it', () => {
  expect(nextStep([file()], OPEN, 0)).toEqual({ is: 'ask', file: file() });
  const known = on(file(), { is: 'state', received: 40_000, whole: false }, 0, 0);
  expect(nextStep([known], OPEN, 0)).toEqual({
    is: 'send',
    file: known,
    at: 40_000,
    length: PIECE_BYTES_MIN,
  });
});

test('nothing goes while the link is down', () => {
  expect(nextStep([file()], { ...OPEN, isOpen: false }, 0)).toEqual({ is: 'rest', ms: null });
});

test('what was typed goes first, and does not hold files back for ever', () => {
  const line = { ...OPEN, unsentSince: 1_000 };
  expect(nextStep([file()], line, 1_500)).toEqual({ is: 'rest', ms: SYNC_FIRST_MS_MAX - 500 });
  expect(nextStep([file()], line, 1_000 + SYNC_FIRST_MS_MAX).is).toBe('ask');
});

test('a piece is small at first, grows with what the link carries, and is never larger than the relay takes', () => {
  expect(pieceBytes(null)).toBe(PIECE_BYTES_MIN);
  expect(pieceBytes({ bytes: PIECE_BYTES_MIN, ms: 20 })).toBe(4 * PIECE_BYTES_MIN);
  expect(pieceBytes({ bytes: LIMITS.filePieceBytes, ms: 20 })).toBe(LIMITS.filePieceBytes);
  expect(pieceBytes({ bytes: LIMITS.filePieceBytes, ms: 30_000 })).toBe(PIECE_BYTES_MIN);
  expect(PIECE_BYTES_MAX).toBe(LIMITS.filePieceBytes);
  expect(pieceBytes({ bytes: 50_000, ms: 0 })).toBe(LIMITS.filePieceBytes);
});

test('the last piece holds what is left', () => {
  const step = nextStep([file({ received: 299_990 })], OPEN, 0);
  expect(step).toMatchObject({ at: 299_990, length: 10 });
});

test('a document that the relay does not know yet is asked for again later, ever more seldom', () => {
  const first = on(file(), { is: 'missing' }, 100, 1);
  expect(first.notBefore).toBe(1_100);
  expect(nextStep([first], OPEN, 100)).toEqual({ is: 'rest', ms: 1_000 });
  let later = first;
  for (let tries = 0; tries < 30; tries++) later = on(later, { is: 'missing' }, 0, 1);
  expect(later.notBefore).toBe(BACKOFF_MS_MAX);
});

test('what has to wait keeps nothing else from going', () => {
  const late = file({ notBefore: 5_000 });
  const other = file({ hash: 'b' });
  expect(nextStep([late, other], OPEN, 0)).toEqual({ is: 'ask', file: other });
});

test('where the relay has another part of it, the phone goes on from there', () => {
  const next = on(file({ received: 50_000 }), { is: 'offset', received: 20_000 }, 0, 0);
  expect(next.received).toBe(20_000);
});

test('where the answer to the last piece was lost, the relay is asked whether it has all of it', () => {
  const next = on(file({ received: 0 }), { is: 'offset', received: 300_000 }, 0, 0);
  expect(nextStep([next], OPEN, 0).is).toBe('ask');
});

test('after a cut the relay is asked what it has before anything is sent', () => {
  const cut = on(file({ received: 50_000 }), { is: 'failed', code: 'unreachable' }, 0, 0);
  expect(cut.received).toBeNull();
  expect(nextStep([cut], OPEN, cut.notBefore).is).toBe('ask');
});

test('a relay that has more of it than there is gets it once more from the start, and is not believed twice', () => {
  const more = { is: 'state', received: 400_000, whole: false } as const;
  const again = on(file(), more, 0, 0);
  expect(again).toMatchObject({ received: 0, isAgain: true });
  expect(after(again, more, 0, 0)).toEqual({ is: 'refused', code: 'file_mismatch' });
});

test('bytes that came out wrong are sent once more from the start, then it is told', () => {
  const wrong = { is: 'failed', code: 'file_mismatch' } as const;
  const again = on(file({ received: 290_000 }), wrong, 0, 0);
  expect(again.received).toBe(0);
  expect(after(again, wrong, 0, 0)).toEqual({ is: 'refused', code: 'file_mismatch' });
});

test('a refusal is told at once and for good, a trouble that passes is not', () => {
  for (const code of ['file_kind', 'file_size', 'file_quota', 'forbidden', 'device_revoked'] as const) {
    expect(after(file({ received: 0 }), { is: 'failed', code }, 0, 0)).toEqual({ is: 'refused', code });
  }
  for (const code of ['retry', 'rate_limited', 'unauthorized', 'unreachable'] as const) {
    expect(after(file({ received: 0 }), { is: 'failed', code }, 0, 0).is).toBe('on');
  }
});

test('a file that the relay has whole is sent, also when another phone sent it', () => {
  expect(after(file(), { is: 'state', received: 300_000, whole: true }, 0, 0)).toEqual({ is: 'sent' });
});

test('once something went through, the next trouble is tried again soon', () => {
  const tired = file({ received: 0, failures: 6 });
  expect(on(tired, { is: 'state', received: 16_384, whole: false }, 0, 0).failures).toBe(0);
});
