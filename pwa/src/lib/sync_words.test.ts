import { expect, test } from 'vitest';

import type { SyncView } from '../client/generated/types.ts';
import { type Word, syncWords } from './sync_words.ts';

const calm: SyncView = {
  link: 'online',
  unsent: 0,
  saving: 0,
  refused: 0,
  conflicts: 0,
  rereads: 0,
  away: 0,
  lastContactAt: '2026-11-28T10:00:00Z',
  nextTryAt: '',
  docs: 10,
  remaining: 0,
  firstDownload: false,
  problem: null,
  clockSkewMs: 0,
  unreadableRows: 0,
  storageFailed: false,
  restarts: 0,
  setAside: [],
};

/** Words and tone of a state, each word with what it counts. */
function said(
  sync: Partial<SyncView> | null,
  { network = true, drafts = 0, files = { waiting: 0, refused: 0 } } = {},
): string {
  const facts = { sync: sync ? { ...calm, ...sync } : undefined, network, drafts, files };
  const { words, tone } = syncWords(facts);
  const name = (word: Word): string => ('n' in word ? `${word.word} ${word.n}` : word.word);
  return `${words.map(name).join(', ')} (${tone})`;
}

test.each([
  [
    'a picture is still to go after what names it',
    said({ unsent: 1 }, { files: { waiting: 2, refused: 0 } }),
    'pending 3, sending (waiting)',
  ],
  [
    'only pictures are still to go, without network',
    said({ link: 'offline' }, { network: false, files: { waiting: 3, refused: 0 } }),
    'pending 3, noNetwork (waiting)',
  ],
  ['a picture was refused', said({}, { files: { waiting: 0, refused: 1 } }), 'refused 1 (bad)'],
  ['not open yet', said(null), 'opening (calm)'],
  ['all is well', said({}), 'sent, ago (calm)'],
  [
    'before the first exchange',
    said({ lastContactAt: '', firstDownload: true, link: 'connecting' }),
    'never, connecting (calm)',
  ],
  ['while the first download runs', said({ firstDownload: true }), 'filling (calm)'],
  ['no network', said({ link: 'offline' }, { network: false }), 'sent, noNetwork (waiting)'],
  ['the cooperative does not answer', said({ link: 'offline' }), 'sent, unreachable (waiting)'],
  ['work waits', said({ unsent: 2, link: 'offline' }), 'pending 2, unreachable (waiting)'],
  ['work goes', said({ unsent: 2 }), 'pending 2, sending (waiting)'],
  ['work is being written', said({ saving: 1 }), 'saving 1 (waiting)'],
  ['beside a refusal', said({ refused: 1 }), 'refused 1 (bad)'],
  ['beside a refusal, with work', said({ refused: 1, unsent: 3 }), 'pending 3, refused 1, sending (bad)'],
  ['beside a draft', said({}, { drafts: 1 }), 'drafts 1 (waiting)'],
  ['no room', said({ storageFailed: true }), 'full (bad)'],
  ['no room, with work', said({ storageFailed: true, unsent: 1 }), 'full, pending 1, sending (bad)'],
  ['access suspended', said({ problem: 'unauthorized', link: 'offline' }), 'suspended (bad)'],
  [
    'access suspended, with work',
    said({ problem: 'unauthorized', link: 'offline', unsent: 1 }),
    'suspended, pending 1 (bad)',
  ],
  ['device removed', said({ problem: 'device_revoked', link: 'stopped' }), 'removed (bad)'],
  ['another version is needed', said({ problem: 'upgrade', link: 'stopped' }), 'upgrade (bad)'],
  ['another problem', said({ problem: 'bad_message', link: 'stopped' }), 'blocked (bad)'],
])('%s: in words of its own', (_, words, right) => {
  expect(words).toBe(right);
});

test('everything is sent is never said beside anything that is not', () => {
  const some = [
    { unsent: 1 },
    { saving: 1 },
    { refused: 1 },
    { storageFailed: true },
    { firstDownload: true },
    { lastContactAt: '' },
    { problem: 'unauthorized' as const },
  ];
  for (const one of some) {
    for (const other of some) expect(said({ ...one, ...other })).not.toContain('sent');
  }
});
