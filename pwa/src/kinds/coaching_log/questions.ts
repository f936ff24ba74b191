/**
 * What a coach may go through, point by point: by how far the member has come, by the sort of session, by sector. They
 * stand beside a field and never in it: what is typed is a person's own.
 */
import type { PathStage, SectorLineRow, Sector, SessionType } from '../../client/generated/types.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { en } from './en_questions.ts';
import { fr } from './fr_questions.ts';

/** A field of the report. */
export type Spot = 'objectives' | 'points' | 'plan' | `eightPoints.${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/** Of each field: those for everybody, and those of a stage, a sort of session or a sector. */
export type Questions = Record<
  Spot,
  Partial<Record<'any' | SessionType | PathStage | Sector, readonly string[]>>
>;

/** Whom a session is with, and what sort it is. */
export interface Template {
  type: SessionType;
  stage: PathStage | null;
  sector: Sector | null;
  /** The guide's own sheets: what the cooperative itself wrote of each sector. */
  sheet: readonly SectorLineRow[];
}

const ALL: Record<Language, Questions> = { fr, en };

/** What the cooperative says has to be seen to in a sector goes with what is needed. */
const SHEET_AT: readonly Spot[] = ['points', 'eightPoints.3'];

/** The questions of a field. */
export function questionsOf(
  language: Language,
  spot: Spot,
  { type, stage, sector, sheet }: Template,
): string[] {
  const of = ALL[language][spot];
  // A session may be about a stage: the same words are not told twice.
  const words = new Set([type, stage, sector].filter((word) => word !== null));
  const lines = sheet.filter(
    ({ fields }) => fields.sector === sector && (fields.part === 'obligation' || fields.part === 'insurance'),
  );
  return [
    ...(of.any ?? []),
    ...[...words].flatMap((word) => of[word] ?? []),
    ...(SHEET_AT.includes(spot) ? lines.map(({ fields }) => fields.title) : []),
  ];
}
