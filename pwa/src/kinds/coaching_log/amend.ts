/** What both signed is never changed: what somebody wants to say about it is a session of its own, which both sign. Pure. */
import type { SessionChanges, SessionFields } from '../../client/generated/types.ts';

/** A session that amends another: all that stands in it, with what was typed on top. */
export function amendment(id: string, signed: SessionFields, changes: SessionChanges): SessionFields {
  const { eightPoints, ...rest } = changes;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const statutory = changes.statutory ?? signed.statutory;
  const points = Array.from(
    { length: Math.max(signed.eightPoints.length, eightPoints?.length ?? 0) },
    (_, at) => eightPoints?.[at] ?? signed.eightPoints[at] ?? '',
  );
  return {
    ...signed,
    ...said,
    status: 'done',
    statutory,
    eightPoints: statutory ? points : [],
    amends: id,
  };
}

/** A session by which both say that another does not count, and why. */
export function annulment(id: string, signed: SessionFields): SessionFields {
  return {
    ...signed,
    sessionType: 'annulment',
    statutory: false,
    topics: [],
    objectives: '',
    points: '',
    plan: '',
    eightPoints: [],
    status: 'done',
    amends: id,
  };
}
