/**
 * The text that somebody may hand to who helps them: how the app is doing, and nothing of what it is about. It is made
 * of numbers, of yes and no, and of words that the app has itself; of what the replica says, no text, name or identifier is
 * taken over. Pure.
 */
import type { RefusedItem, SyncView } from '../../client/generated/types.ts';
import type { Catalogue } from '../../lib/i18n/catalogue.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { agentOf } from './agent.ts';
import type { Fault } from './fault.ts';
import { kindNumbered } from './kind_numbers.ts';
import type { Measured } from './measure.ts';
import { TAKEN, size, totalOf } from './room.ts';
import type { Words } from './texts.ts';

/** All that it is made from. */
export interface Facts {
  version: string;
  /** The address of the worker's file, whose name is of this build. */
  build: string;
  /** What the browser says that it is. */
  agent: string;
  language: Language;
  installed: boolean;
  persisted: boolean | undefined;
  nowMs: number;
  sync: SyncView;
  refused: { rows: readonly RefusedItem[]; total: number };
  /** `null`: it could not be counted. */
  measured: Measured | null;
  faults: Record<'page' | 'worker', readonly Fault[]>;
}

const [SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS] = [1_000, 60_000, 3_600_000, 86_400_000];
/** From so many on, an age is told in the next unit. */
const [MINUTES_MAX, HOURS_MAX] = [90, 48];
/** A code that neither the app nor the cooperative's relay has. */
const NO_CODE = 'unknown_reason';

/** `t`: what kinds and codes are called. */
export function diagnosticOf(facts: Facts, { told, taken }: Words, t: Catalogue): string {
  const { sync, measured, language } = facts;
  const { line } = told;
  const yesNo = (is: boolean | undefined): string =>
    is === undefined ? told.unknown : is ? told.yes : told.no;
  const bytes = (n: number): string => size(n, language);
  const age = (ms: number): string => ageIn(told, Math.max(0, ms));
  const isKnown = (code: string): boolean => Object.hasOwn(t.errors, code);
  const codeOf = (code: string): string => (isKnown(code) ? code : NO_CODE);
  const kindOf = (number: string): string => {
    const kind = kindNumbered(Number(number));
    return kind ? t.sync.kinds[kind] : told.otherKind(number);
  };

  const { browser, system } = agentOf(facts.agent);
  const app = [
    line(told.version, [facts.version, buildOf(facts.build)].filter(Boolean).join(' · ')),
    line(told.browser, browser || told.unknown),
    line(told.system, system || told.unknown),
    line(told.language, language),
    line(told.installed, yesNo(facts.installed)),
    line(told.persisted, yesNo(facts.persisted)),
  ];

  const room = !measured
    ? [told.uncounted]
    : [
        ...TAKEN.map((what) => line(taken[what], bytes(measured.bytes[what]))),
        line(told.total, bytes(totalOf(measured.bytes))),
        line(
          told.estimate,
          measured.estimate
            ? told.of(bytes(measured.estimate.usage), bytes(measured.estimate.quota))
            : told.unknown,
        ),
      ];

  const [contact, next] = [Date.parse(sync.lastContactAt), Date.parse(sync.nextTryAt)];
  const refused = counted(facts.refused.rows.map(({ code }) => codeOf(code)));
  const unread = facts.refused.total - facts.refused.rows.length;
  if (unread > 0) refused.push(line(told.others, String(unread)));
  const exchange = [
    line(told.link, told.links[sync.link]),
    ...(sync.problem ? [line(told.problem, codeOf(sync.problem))] : []),
    line(told.contact, contact ? told.ago(age(facts.nowMs - contact)) : told.never),
    ...(next
      ? [line(told.nextTry, next > facts.nowMs ? told.inTime(age(next - facts.nowMs)) : told.now)]
      : []),
    line(told.unsent, String(sync.unsent)),
    line(told.saving, String(sync.saving)),
    line(told.refused, listed(facts.refused.total, refused)),
    line(told.conflicts, String(sync.conflicts)),
    line(told.rereads, String(sync.rereads)),
    line(
      told.aside,
      listed(sync.setAside.length, counted(sync.setAside.map(({ kind }) => t.sync.kinds[kind] ?? NO_CODE))),
    ),
    line(told.asideWaiting, String(sync.setAside.reduce((sum, { waiting }) => sum + waiting, 0))),
    line(told.unreadable, String(sync.unreadableRows)),
    line(told.full, yesNo(sync.storageFailed)),
    line(told.skew, told.seconds(Math.round(sync.clockSkewMs / SECOND_MS))),
    line(told.restarts, String(sync.restarts)),
  ];

  const docs = [
    line(told.here, String(sync.docs)),
    line(told.remaining, String(sync.remaining)),
    line(told.filling, yesNo(sync.firstDownload)),
    ...Object.entries(measured?.kinds ?? {}).map(([number, n]) => line(kindOf(number), String(n))),
  ];

  const ways = Object.entries(measured?.files.ways ?? {}) as [
    keyof Words['told']['ways'],
    { files: number },
  ][];
  const files = measured
    ? ways.map(([way, { files }]) => line(told.ways[way], String(files)))
    : [told.uncounted];

  const faults = (['page', 'worker'] as const)
    .flatMap((where) => facts.faults[where].map((fault) => ({ ...fault, where })))
    .sort((one, other) => one.at - other.at)
    .map(({ at, name, code, place, where }) =>
      [told.ago(age(facts.nowMs - at)), told[where], name, code, place].filter(Boolean).join(' · '),
    );

  return [
    [told.heading],
    app,
    [`# ${told.room}`, ...room],
    [`# ${told.sync}`, ...exchange],
    [`# ${told.docs}`, ...docs],
    [`# ${told.files}`, ...files],
    [`# ${told.faults}`, ...(faults.length > 0 ? faults : [told.none])],
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** `3 h`; whole units, so that it tells no moment. */
function ageIn(told: Words['told'], ms: number): string {
  if (ms < MINUTE_MS) return told.seconds(Math.trunc(ms / SECOND_MS));
  if (ms < MINUTES_MAX * MINUTE_MS) return told.minutes(Math.trunc(ms / MINUTE_MS));
  return ms < HOURS_MAX * HOUR_MS ? told.hours(Math.trunc(ms / HOUR_MS)) : told.days(Math.trunc(ms / DAY_MS));
}

/** The name of the worker's file: `worker-C0ffee12`. */
function buildOf(address: string): string {
  return /\/(worker-[\w-]{8})\.js$/.exec(address)?.[1] ?? '';
}

/** `3 (forbidden 2, closed 1)` */
function listed(total: number, parts: readonly string[]): string {
  return parts.length > 0 ? `${total} (${parts.join(', ')})` : String(total);
}

/** How often each word stands there: `forbidden 2`. */
function counted(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].map(([word, n]) => `${word} ${n}`);
}
