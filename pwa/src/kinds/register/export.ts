/** Sessions as those ask for them who pay for them: when, how long, who was there, who signed; never what was said. */
import type { FollowSheet, RegisteredRow } from '../../client/generated/types.ts';
import type { Cell } from '../../lib/csv.ts';
import { toLocalField } from '../../lib/dates.ts';
import type { Catalogue } from '../catalogue.ts';
import type { fr } from './fr_team.ts';

/** The head and a row for each session. */
export function sessionsTable(sheets: readonly FollowSheet[], t: Catalogue, words: typeof fr): Cell[][] {
  const yes = (said: boolean): string => (said ? words.yes : words.no);
  const line = ({ row }: FollowSheet, session: RegisteredRow): Cell[] => {
    const [day = '', time = ''] = toLocalField(session.startsAt).split('T');
    const { memberPresent, signedBy } = session;
    const isMember = ({ member }: { member: string }): boolean => member === row.member;
    return [
      row.name,
      row.tradeName,
      day,
      time,
      session.minutes,
      t.coaching.modes[session.mode],
      t.coaching.types[session.sessionType],
      yes(session.statutory),
      t.coaching.statuses[session.status],
      memberPresent === null ? '' : yes(memberPresent),
      yes(signedBy.some(isMember)),
      signedBy
        .filter((one) => !isMember(one))
        .map(({ name }) => name)
        .join(', '),
      yes(session.contested),
      yes(session.counts),
      yes(session.annulled),
      yes(session.amends !== null),
    ];
  };
  return [
    Object.values(words.columns),
    ...sheets.flatMap((sheet) => sheet.sessions.map((session) => line(sheet, session))),
  ];
}
