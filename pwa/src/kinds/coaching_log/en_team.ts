/** The English texts of what only those do who accompany. */
import { en as s } from '../../lib/i18n/plural.ts';
import type { fr } from './fr_team.ts';

export const en: typeof fr = {
  portfolio: 'People I coach',
  sessionWith: 'Session with whom?',
  search: 'Find a person',
  noMembers: 'Nobody is assigned to you yet.',
  noMembersHint: 'As soon as the direction assigns you a member, they appear here.',
  noMatch: 'Nobody matches.',
  statutoryShort: (done: number, due: number) => `${done}/${due} interviews`,
  lastSession: (when) => `Seen ${when}`,
  neverSeen: 'No session yet',
  openAsks: 'Requests without an answer',
  asks: (n) => s(n, 'request', 'requests'),
  late: (n) => s(n, 'late action', 'late actions'),
  answer: 'Answer',
  standsIn: (away, day) => `standing in for ${away} until ${day}`,
  notOnPhone: 'Not on this phone yet',
};
