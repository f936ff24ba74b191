/** The numbers of kinds, taken for ever (`model/src/kind.rs`): by them the worker counts documents. */
import type { Kind } from '../../client/generated/types.ts';

export const KIND_NUMBERS: Record<Kind, number> = {
  directory: 1,
  profile: 2,
  activity: 3,
  coaching_log: 4,
  coach_notes: 5,
  event: 6,
  rsvp: 7,
  roster: 8,
  post: 9,
  register: 10,
  guests: 11,
  rides: 12,
  waitlist: 13,
  places: 14,
  asked: 15,
  attendance: 16,
  attended: 17,
  journal: 20,
  contact: 21,
  contact_shown: 22,
  membership: 23,
  ledger: 24,
  group: 25,
  consultation: 26,
  stance: 27,
  tally: 28,
  assembly: 29,
  partner: 30,
  partner_card: 31,
  opportunity: 32,
  story: 33,
  consent: 34,
  news: 35,
  team_board: 36,
  duties: 37,
  guide: 38,
  progress: 39,
  pulse: 40,
  indicators: 41,
  figures: 42,
  services: 43,
};

/** The kind of a number; `null` for one that this version does not know. */
export function kindNumbered(number: number): Kind | null {
  const kinds = Object.keys(KIND_NUMBERS) as Kind[];
  return kinds.find((kind) => KIND_NUMBERS[kind] === number) ?? null;
}
