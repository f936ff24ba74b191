/**
 * What a report says on paper: the signed text, who signed it, and what follows from it. Pure; the same session gives the
 * same report whenever and wherever it is made.
 */
import type { ActionRow, GoalRow, SessionSheet, SignatureView } from '../../client/generated/types.ts';
import { ZONE, dayOf } from '../../lib/dates.ts';
import { Formats } from '../../lib/format.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import type { About, Drawing } from '../../lib/pdf_sheet.ts';
import type { Catalogue } from '../catalogue.ts';
import { sessionName } from './names.ts';
import { TEXTS } from './report_texts.ts';
import { type Said, signedFacts, signedTexts, yetToSign } from './signed_text.ts';

/** A line of a list, and what is said of it. */
interface Item {
  text: string;
  detail: string;
}

/** Somebody's signature, or its place. */
interface Hand extends Drawing {
  name: string;
}

/** A part of a report: its title, and what stands under it. */
interface Chapter {
  title: string;
  note?: string;
  facts?: Said[];
  /** Prose; `null` where nothing is written. */
  prose?: string | null;
  list?: Item[];
  hands?: Hand[];
}

export interface Report {
  about: About;
  alerts: string[];
  nothing: string;
  parts: Chapter[];
  end: string;
}

/** The report of a session, with the goals that belong to it. */
export function reportOf(
  session: SessionSheet,
  goals: readonly GoalRow[],
  { organisation, language, t }: { organisation: string; language: Language; t: Catalogue },
): Report {
  // As if it were another year, in the cooperative's zone: every date has its year, and no phone adds its own words.
  const f = new Formats(language, () => 0, ZONE);
  const words = TEXTS[language];
  const { row, fields } = session;
  const due = (day: string): string => (day ? words.due(f.shortDay(day)) : '');
  const noted = [...session.actions.map(action), ...goalsOf(session, goals).map(goal)];

  function action({ fields: { text, status, due: by }, ownerName }: ActionRow): Item {
    return { text, detail: joined(ownerName, t.coaching.actionStatuses[status], due(by)) };
  }

  function goal({ fields: { title, kind, status, due: by } }: GoalRow): Item {
    const [said, state] = [t.coaching.goalKinds[kind], t.coaching.goalStatuses[status]];
    return { text: words.goal(title), detail: joined(said, state, due(by)) };
  }

  function hand(one: SignatureView): Hand {
    const captured = one.capturedElsewhere ? ` ${t.coaching.capturedBy(one.capturedByName)}` : '';
    const said = [
      t.coaching.signedBy(one.name, f.receipt(one.at)) + captured,
      one.typed && !one.strokes ? t.sign.typedAs(one.typed) : '',
      one.changedSince ? words.olderText : '',
      one.contestedAt
        ? t.coaching.contested(f.receipt(one.contestedAt))
        : one.confirmedAt && t.sign.confirmedAt(f.receipt(one.confirmedAt)),
    ];
    const { name, strokes, typed } = one;
    return { name, strokes, typed, alt: t.sign.drawnBy(name), said: said.filter(Boolean) };
  }

  function receipt(): string {
    const { state } = row.info;
    if (state.state !== 'received') return state.state === 'refused' ? t.record.refused : words.notReceived;
    return state.at ? words.received(f.receipt(state.at)) : words.receivedBefore;
  }

  const missing = row.closed ? [] : yetToSign(session);
  const amendments = session.amendedBy.map((one): Item => ({
    text: sessionName(t, f, one.sessionType, one.startsAt),
    detail: one.closed ? words.signedBothSides : t.sign.pending,
  }));
  return {
    about: {
      title: sessionName(t, f, fields.sessionType, row.startsAt, row.memberName),
      organisation,
      language,
      at: new Date(lastOf(session)),
      mark: row.closed ? '' : words.draft,
      page: words.page,
      unknown: words.unknown,
    },
    alerts: [
      ...(row.closed ? [] : [words.draftSaid]),
      ...(row.annulled ? [t.sign.annulled] : []),
      ...(session.changedSinceSignature ? [t.coaching.changedAfter] : []),
    ],
    nothing: t.sign.nothing,
    parts: [
      { title: t.coaching.details, facts: signedFacts(session, t, f) },
      ...signedTexts(session, t).map(([title, text]): Chapter => ({ title, prose: text || null })),
      {
        title: t.coaching.signatures,
        hands: [
          ...session.signatures.map(hand),
          ...missing.map(({ name }) => ({ name, strokes: '', typed: '', alt: '', said: [words.notSigned] })),
        ],
      },
      {
        title: words.proof,
        note: words.proofSaid,
        facts: [
          [words.digest, session.contentSha256],
          [words.receipt, receipt()],
        ],
      },
      ...(amendments.length > 0 ? [{ title: words.amendments, list: amendments }] : []),
      ...(noted.length > 0 ? [{ title: words.noted, note: words.notedSaid, list: noted }] : []),
    ],
    end: words.madeWith,
  };
}

/** The goals that actions of the session serve, and those noted on its day. */
function goalsOf({ row, actions }: SessionSheet, goals: readonly GoalRow[]): GoalRow[] {
  const served = new Set(actions.map(({ fields }) => fields.goal));
  const day = dayOf(row.startsAt);
  return goals.filter(({ info }) => served.has(info.id) || dayOf(info.createdAt) === day);
}

/** When the last of what a report says came to be. */
function lastOf({ row, signatures }: SessionSheet): string {
  const { createdAt, updatedAt, state } = row.info;
  const received = state.state === 'received' ? (state.at ?? '') : '';
  const signed = signatures.flatMap(({ at, confirmedAt, contestedAt }) => [at, confirmedAt, contestedAt]);
  const all = [createdAt, updatedAt, received, ...signed].filter(Boolean);
  return all.reduce((one, other) => (Date.parse(other) > Date.parse(one) ? other : one), row.startsAt);
}

function joined(...words: string[]): string {
  return words.filter(Boolean).join(' · ');
}
