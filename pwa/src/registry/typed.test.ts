import { expect, test } from 'vitest';

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
