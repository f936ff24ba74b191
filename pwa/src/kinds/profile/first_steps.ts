/** A director brings people in, and everybody says who they are. */
import { NEW, paths } from '../../lib/paths.ts';
import { type FirstStep, asked } from '../../registry/kind.ts';
import type { fr } from './fr.ts';
import { profilePath } from './paths.ts';

export const firstSteps: readonly FirstStep<typeof fr>[] = [
  {
    icon: 'events',
    words: (t) => t.today.first.people,
    hint: (t) => t.today.first.peopleHint,
    path: () => paths.person(NEW),
    order: 0,
    due: asked(
      // Enough to know whether the director is alone.
      ({ isDirector }) =>
        isDirector ? { view: 'members' as const, search: '', window: { offset: 0, limit: 1 } } : null,
      ({ total }) => total === 1,
    ),
  },
  {
    icon: 'person',
    words: (t) => t.today.first.profile,
    hint: (t) => t.today.first.profileHint,
    path: profilePath,
    order: 20,
    due: asked(
      // Before everything has come, an empty profile only means that its turn has not.
      ({ isFilled }) => (isFilled ? { view: 'profile' as const, member: null } : null),
      ({ tradeName, offers, needs, phone, email, trades, skills }) =>
        [tradeName, offers, needs, phone, email, ...trades, ...skills].every((text) => text === ''),
    ),
  },
];
