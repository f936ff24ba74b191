/** The French texts of what only those do who accompany. */
import { fr as s } from '../../lib/i18n/plural.ts';

export const fr = {
  portfolio: 'Mes accompagnements',
  sessionWith: 'Séance avec qui ?',
  search: 'Chercher une personne',
  noMembers: 'Personne ne vous est encore confié.',
  noMembersHint: 'Dès que la direction vous confie un membre, il apparaît ici.',
  noMatch: 'Personne ne correspond.',
  statutoryShort: (done: number, due: number) => `${done}/${due} entretiens`,
  lastSession: (when: string) => `Vu ${when}`,
  neverSeen: 'Pas encore de séance',
  openAsks: 'Demandes sans réponse',
  asks: (n: number) => s(n, 'demande', 'demandes'),
  late: (n: number) => s(n, 'action en retard', 'actions en retard'),
  answer: 'Réponse',
  standsIn: (away: string, day: string) => `remplace ${away} jusqu’au ${day}`,
  notOnPhone: 'Pas encore sur ce téléphone',
};
