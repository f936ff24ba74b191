/** All that a signature binds, in words: nothing of it is missing. */
import type { Person, SessionSheet } from '../../client/generated/types.ts';
import { dayOf } from '../../lib/dates.ts';
import type { Formats } from '../../lib/format.ts';
import type { Catalogue } from '../catalogue.ts';
import { pointsOf } from './statutory.ts';

/** What it is called, and what it says. */
export type Said = [name: string, said: string];

/** When, how and who. */
export function signedFacts({ fields, row, amended }: SessionSheet, t: Catalogue, f: Formats): Said[] {
  /** The year always: what is signed outlives it. */
  const day = (instant: string): string => {
    const [words, year] = [f.longDay(dayOf(instant)), dayOf(instant).slice(0, 4)];
    return words.includes(year) ? words : `${words} ${year}`;
  };
  const facts: Said[] = [
    [t.coaching.type, t.coaching.types[fields.sessionType]],
    [t.sign.counts, fields.statutory ? t.sign.yes : t.sign.no],
    [t.coaching.when, `${day(fields.startsAt)} · ${f.time(fields.startsAt)} · ${f.duration(fields.minutes)}`],
    [t.coaching.mode, [t.coaching.modes[fields.mode], fields.place].filter(Boolean).join(' · ')],
    [t.sign.member, row.memberName],
    [t.coaching.present, t.coaching.presence[presence(fields.memberPresent)]],
    [t.sign.coaches, row.coaches.map((coach) => coach.name).join(', ') || t.common.none],
    [t.sign.topics, fields.topics.join(', ') || t.common.none],
    [t.sign.amends, amended ? day(amended.startsAt) : fields.amends ? t.common.missing : ''],
  ];
  return facts.filter(([, said]) => said);
}

/** What was written, empty where nothing was. */
export function signedTexts({ fields }: SessionSheet, t: Catalogue): Said[] {
  return [
    [fields.sessionType === 'annulment' ? t.sign.reason : t.coaching.objectives, fields.objectives],
    ...(fields.eightPoints.length > 0
      ? pointsOf(fields.eightPoints).map((text, index): Said => [
          `${index + 1}. ${t.coaching.eight[index] ?? ''}`,
          text,
        ])
      : []),
    [t.coaching.points, fields.points],
    [t.coaching.plan, fields.plan],
  ];
}

/** Who has not signed, of those who sit on both sides. */
export function yetToSign({ row, signatures }: SessionSheet): Person[] {
  const both = [{ member: row.member, name: row.memberName }, ...row.coaches];
  return both.filter(({ member }) => !signatures.some((signature) => signature.member === member));
}

function presence(value: boolean | null | undefined): 'unknown' | 'yes' | 'no' {
  return value === null || value === undefined ? 'unknown' : value ? 'yes' : 'no';
}
