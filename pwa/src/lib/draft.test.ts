import { expect, test } from 'vitest';

import { type Draft, keyOf, ownerOf, readDraft } from './draft.ts';

test('two tabs keep their drafts of one form apart', () => {
  const [one, other] = ['A', 'B'].map((tab) => keyOf('coop.zoe', { form: 'expense:new', tab }));
  expect(one).not.toBe(other);
  expect(ownerOf('coop.zoe', one ?? '')).toEqual({ form: 'expense:new', tab: 'A' });
  expect(ownerOf('coop.paul', one ?? '')).toBeNull();
});

test('a draft of an earlier version is found under its form, without a tab', () => {
  expect(ownerOf('coop.zoe', 'besace:draft:coop.zoe:goal:m1:g1')).toEqual({ form: 'goal:m1:g1', tab: '' });
  expect(readDraft('{"net":"12,5","label":"Pain"}')).toEqual({ former: { net: '12,5', label: 'Pain' } });
});

test('the eight points and the profile of an earlier draft are found in their fields', () => {
  expect(readDraft('{"plan":"P","eightPoints":["un","deux"]}')).toEqual({
    former: { plan: 'P', 'eightPoints.0': 'un', 'eightPoints.1': 'deux' },
  });
  expect(readDraft('{"text":{"offers":"Pain"},"trades":"boulange"}')).toEqual({
    former: { offers: 'Pain', trades: 'boulange' },
  });
  expect(readDraft('{"text":"Une note"}')).toEqual({ former: { text: 'Une note' } });
});

test('a draft reads back, and what is none is none', () => {
  const draft: Draft = { title: 'Dépense', path: '/', at: 1, id: 'e1', touches: {} };
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  for (const text of [null, '', 'x', '3', '[]', 'null']) expect(readDraft(text)).toBeNull();
});
