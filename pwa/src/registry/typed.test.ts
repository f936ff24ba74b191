import { expect, test } from 'vitest';

import type { Command } from '../client/generated/types.ts';
import '../kinds/all.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { Formats } from '../lib/format.ts';
import { typedLines } from './typed.ts';

const f = new Formats('fr');

test('a refused entry reads as a person would say it, without our words or identifiers', () => {
  const id = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
  const lines = typedLines(TEXTS.fr, f, {
    type: 'addAction',
    member: id,
    id,
    action: {
      text: 'Envoyer le devis',
      owner: id,
      due: '2026-11-27',
      status: 'todo',
      session: null,
      goal: null,
    },
  });
  expect(lines).toEqual(['Envoyer le devis', 'Échéance\u00a0: vendredi 27 novembre', 'État\u00a0: À faire']);
});

test('amounts are told in euros and nothing is told of what was left empty', () => {
  const lines = typedLines(TEXTS.fr, f, {
    type: 'editExpense',
    year: 2026,
    id: '01K9ZZZZZZZZZZZZZZZZZZZZZZ',
    changes: { netCents: 3150, vatCents: 0, label: '' },
  });
  expect(lines.map((line) => line.replace(/\s/g, ' '))).toEqual(['Montant HT : 31,50 €']);
});

test('a refused removal says nothing that somebody typed', () => {
  const id = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
  const entry = { kind: 'activity', owner: null, key: '2026', collection: 'expenses', id } as const;
  expect(typedLines(TEXTS.fr, f, { type: 'remove', entry, removed: true })).toEqual([]);
});

test('a refused answer tells what was chosen, and neither what was on the screen nor our words for it', () => {
  const option = '01K9ZZZZZZZZZZZZZZZZZZZZZY';
  const command: Command = {
    type: 'takeStance',
    id: '01K9ZZZZZZZZZZZZZZZZZZZZZZ',
    stance: {
      option,
      position: null,
      days: [],
      reason: '',
      proxy: null,
      closes: '2026-12-18T17:00:00Z',
    },
  };
  expect(typedLines(TEXTS.fr, f, command)).toEqual([]);
  expect(typedLines(TEXTS.fr, f, command, [[option, 'Le matin']])).toEqual(['Votre choix\u00a0: Le matin']);
});

test('the digest of what was read says nothing', () => {
  const command = {
    type: 'approveStory',
    id: '01K9ZZZZZZZZZZZZZZZZZZZZZZ',
    sha256: 'a1'.repeat(32),
  } as const;
  expect(typedLines(TEXTS.fr, f, command)).toEqual([]);
});

test('a word that several kinds have is told in those of what was refused', () => {
  const id = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
  expect(typedLines(TEXTS.fr, f, { type: 'decideOpportunity', id, status: 'done', reason: '' })).toEqual([
    'État\u00a0: Close',
  ]);
  expect(typedLines(TEXTS.fr, f, { type: 'editPost', id, changes: { status: 'matched' } })).toEqual([
    `État\u00a0: ${TEXTS.fr.board.statuses.matched}`,
  ]);
});
