/** Which of the figures of all are shown together, and what of the year is divided into parts. */
import type { ToldFigure } from '../../client/generated/types.ts';

export const GROUPS = {
  members: ['members', 'entries', 'exits', 'cape_to_employed', 'cohort_36', 'retained_36', 'associates_36'],
  community: ['sessions', 'session_minutes', 'posts', 'needs', 'needs_met', 'replies'],
  together: ['events', 'event_seats', 'seats_taken', 'mandates', 'mandates_held', 'voices_asked', 'voices'],
  ahead: ['opportunities', 'opportunities_go', 'experiments_adopted'],
} as const;

export type GroupName = keyof typeof GROUPS;
export type FigureName = (typeof GROUPS)[GroupName][number];

/** How members divide: by where they stand, by branch, by sector. */
export const DIVISIONS = ['members_', 'branch:', 'sector:'] as const;
export type Division = (typeof DIVISIONS)[number];

export interface Part {
  /** What the division calls it. */
  name: string;
  value: number;
}

/** The parts of a division that are told, the largest first. */
export function partsOf(told: readonly ToldFigure[], division: Division): Part[] {
  return told
    .filter(({ name, value }) => name.startsWith(division) && value !== null)
    .map(({ name, value }) => ({ name: name.slice(division.length), value: value ?? 0 }))
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name));
}

/** The figures of a group of which something is told, in either year. */
export function rowsOf(told: readonly ToldFigure[], group: GroupName): (ToldFigure & { name: FigureName })[] {
  return GROUPS[group].flatMap((name) => {
    const found = told.find((one) => one.name === name);
    return found ? [{ ...found, name }] : [];
  });
}
