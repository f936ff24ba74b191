import { expect, test } from 'vitest';

import type { EventSheet, SessionRow } from '../../client/generated/types.ts';
import { TEXTS } from '../catalogue.ts';
import { ofEvent, ofSession } from './appointments.ts';

const AT = 'https://besace.example.coop';
const event = (given: object, status = 'confirmed'): EventSheet =>
  ({
    row: { info: { id: 'e1' }, sequence: 4, answer: 'accepted', capacity: 0, seat: 'none', ...given },
    fields: {
      title: 'Atelier',
      description: 'Apporter un ordinateur.',
      status,
      slots: [
        { id: 's1', start: '2026-03-02T08:00:00Z', end: '2026-03-02T11:00:00Z', place: 'Salle' },
        { id: 's2', start: '2026-03-03T08:00:00Z', end: '2026-03-03T11:00:00Z', place: 'Salle' },
      ],
    },
  }) as unknown as EventSheet;
const session = (status: string): SessionRow =>
  ({
    info: { id: 'c1' },
    member: 'm1',
    memberName: 'Maëlle',
    coaches: [{ member: 'k1', name: 'Chloé' }],
    startsAt: '2026-03-02T08:00:00Z',
    minutes: 90,
    status,
    place: '',
  }) as unknown as SessionRow;

test('each half-day is an appointment under a name of its own', () => {
  expect(ofEvent(event({}), AT).map(({ uid, sequence }) => [uid, sequence])).toEqual([
    ['s1@besace', 4],
    ['s2@besace', 4],
  ]);
});

test('without a seat, with a maybe, or moved since the answer, it is not sure; called off, it is cancelled', () => {
  const status = (given: object, of?: string): string | undefined => ofEvent(event(given, of), AT)[0]?.status;
  expect(status({ capacity: 8, seat: 'seated' })).toBe('confirmed');
  expect(status({ capacity: 8, seat: 'waitlisted' })).toBe('tentative');
  expect(status({ answer: 'tentative' })).toBe('tentative');
  expect(status({ answer: 'needs-action' })).toBe('tentative');
  expect(status({ toReconfirm: true })).toBe('tentative');
  expect(status({}, 'tentative')).toBe('tentative');
  expect(status({ answer: 'tentative' }, 'cancelled')).toBe('cancelled');
});

test('nothing that is said in a session is in the calendar', () => {
  const given = { ...session('planned'), objectives: 'Secret', points: 'Secret', preparation: 'Secret' };
  for (const own of [true, false]) {
    expect(JSON.stringify(ofSession(given, own, AT, TEXTS.fr))).not.toContain('Secret');
  }
});

test('a session says with whom, as each side sees it, and when it ends', () => {
  const mine = ofSession(session('planned'), true, AT, TEXTS.fr);
  expect(mine).toMatchObject({ summary: 'Séance avec Chloé', end: '2026-03-02T09:30:00.000Z' });
  expect(ofSession(session('cancelled'), false, AT, TEXTS.fr)).toMatchObject({
    summary: 'Séance avec Maëlle',
    status: 'cancelled',
  });
});
