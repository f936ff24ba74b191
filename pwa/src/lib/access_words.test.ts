import { expect, test } from 'vitest';

import { ABOUT_MEMBERS, type KindAccess } from '../client/generated/types.ts';
import { TEXTS } from '../kinds/catalogue.ts';
import { TOLD } from '../kinds/told.ts';
import { told } from './access_words.ts';
import { ACCESS } from './i18n/access.ts';

const say = (access: KindAccess) => told(access, ACCESS.fr, TOLD.fr, TEXTS.fr.more.roles, (day) => day);

const LOG: KindAccess = {
  kind: 'coaching_log',
  whose: 'own',
  readers: 'coaching',
  people: [{ member: 'a', name: 'Anne Petit', roles: ['coach'], until: '' }],
  parts: [
    { part: 'goals', writers: ['owner_or_coach'] },
    { part: 'preparations', writers: ['owner'] },
    { part: 'actions', writers: ['owner_or_coach'] },
    { part: 'sessions', writers: ['owner_or_coach', 'signer', 'named'] },
  ],
};

test('one’s own documents: who reads them by name, and what the same people write together', () => {
  const both = 'vous et les personnes qui vous accompagnent';
  expect(say(LOG)).toEqual({
    kind: 'coaching_log',
    title: 'Votre accompagnement',
    readers: both,
    people: 'Anne Petit (accompagnateur·rice)',
    lines: [
      { parts: 'objectifs, actions', writers: both },
      { parts: 'préparations', writers: 'vous' },
      { parts: 'séances et signatures', writers: `${both}, chacun pour sa signature` },
    ],
  });
  const zoe = { member: 'z', name: 'Zoé', roles: ['coach' as const], until: '2026-03-11' };
  expect(say({ ...LOG, people: [zoe] }).people).toBe(
    'Zoé (accompagnateur·rice, en remplacement, jusqu’au 2026-03-11)',
  );
  expect(say({ ...LOG, people: [] }).people).toBe(ACCESS.fr.nobody);
});

test('what somebody else keeps about the reader is neither read nor written by the reader', () => {
  const parts = [{ part: 'notes', writers: ['owner' as const] }];
  const notes = say({ kind: 'coach_notes', whose: 'others', readers: 'own', people: [], parts });
  expect(notes.readers).toBe(ACCESS.fr.author);
  expect(notes.lines).toEqual([{ parts: 'notes', writers: ACCESS.fr.writer }]);
});

test('every kind and part that may say something about a member has words, in both languages', () => {
  for (const [language, kinds] of Object.entries(TOLD)) {
    const without = Object.entries(ABOUT_MEMBERS).flatMap(([kind, parts]) => {
      const words = (kinds as Partial<typeof kinds>)[kind as keyof typeof kinds];
      const silent = parts.filter((part) => !(words?.parts as Record<string, string> | undefined)?.[part]);
      return words?.title ? silent.map((part) => `${kind}/${part}`) : [kind];
    });
    expect(
      without,
      `say in the kind's folder, kinds/*/access.ts, what these are called (${language})`,
    ).toEqual([]);
  }
});
