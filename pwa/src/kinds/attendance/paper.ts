/**
 * What a sheet of attendance says on paper, as those ask for it who pay for trainings: each half-day with its date and
 * hours, who was there and signed it, who held it, how long. Pure.
 */
import type {
  AttendanceRow,
  AttendanceSheet,
  AttendanceSlot,
  MarkCell,
} from '../../client/generated/types.ts';
import { ZONE, dayOf } from '../../lib/dates.ts';
import { Formats } from '../../lib/format.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import type { About, Cell, Grid } from '../../lib/pdf_sheet.ts';
import type { Catalogue } from '../catalogue.ts';
import { TEXTS } from './paper_texts.ts';
import { hoursOf, isOfOtherHours, minutesOf, peopleAt } from './sheet.ts';

/** A table of some half-days. */
interface Chapter {
  title: string;
  grid: Grid;
}

export interface AttendancePaper {
  about: About;
  alerts: string[];
  facts: [string, string][];
  chapters: Chapter[];
  end: string;
}

/** Half-days side by side on a page that stands, and on one that lies. */
const STANDING_MAX = 3;
const LYING_MAX = 4;
/** Beside a half-day. */
const TOTAL_WIDTH = 0.6;

interface Context {
  organisation: string;
  language: Language;
  t: Catalogue;
  /** When it is made. */
  nowMs: number;
}

/** A sheet on paper, with all its half-days of which something is marked or that stand. */
export function paperOf(
  sheet: AttendanceSheet,
  { organisation, language, t, nowMs }: Context,
): AttendancePaper {
  // As if it were another year, in the cooperative's zone: every date has its year, and no phone adds its own words.
  const f = new Formats(language, () => 0, ZONE);
  const words = TEXTS[language];
  const all = sheet.slots.map((slot, at) => ({ slot, at }));
  const isLying = all.length > STANDING_MAX;
  const blocks = blocksOf(all, isLying ? LYING_MAX : STANDING_MAX);
  const cells = sheet.rows.flatMap(({ marks }) => marks).filter((cell) => cell !== null);
  const total = (part: MarkCell['part']): number => sumOf(cells.filter((cell) => cell.part === part));

  function headOf({ slot, at }: Placed, people: readonly AttendanceRow[]): { text: string; note: string } {
    const { start, end, place } = slot;
    const marked = people.flatMap(({ marks }) => marks[at] ?? []);
    const present = marked.filter(({ presence }) => presence === 'present').length;
    const signed = marked.filter(({ isSigned }) => isSigned).length;
    const day = dayOf(start);
    const date = dayOf(end) === day ? `${f.weekday(day)} ${f.shortDay(day)}` : '';
    const text = [date, hoursOf(f, { start, end })].filter(Boolean).join(' ');
    return { text, note: [place, words.counts(present, signed)].filter(Boolean).join('\n') };
  }

  function cellOf(row: AttendanceRow, slot: AttendanceSlot, cell: MarkCell | null): Cell {
    const alt = t.sign.drawnBy(row.name);
    if (!cell) return { strokes: '', alt, text: words.unmarked, note: '' };
    const { presence, isSigned, strokes, typed, by } = cell;
    const moved = isOfOtherHours(slot, cell) ? words.signedFor(hoursOf(f, cell)) : '';
    const noted = isSigned ? words.signed(f.receipt(cell.at)) : by && words.noted(by);
    const unsigned = presence === 'present' ? words.present : t.attendance.presences[presence];
    const said = isSigned ? typed && words.typed(typed) : unsigned;
    return { strokes, alt, text: said, note: [noted, moved].filter(Boolean).join(', ') };
  }

  function gridOf(people: readonly AttendanceRow[], block: readonly Placed[], isLast: boolean): Grid {
    const time = ({ marks }: AttendanceRow): Cell[] => {
      const minutes = sumOf(marks.filter((cell) => cell !== null));
      return isLast
        ? [{ strokes: '', alt: '', text: minutes > 0 ? f.duration(minutes) : '–', note: '' }]
        : [];
    };
    return {
      head: [
        { text: words.person, note: '' },
        ...block.map((placed) => headOf(placed, people)),
        ...(isLast ? [{ text: words.total, note: '' }] : []),
      ],
      widths: [...block.map(() => 1), ...(isLast ? [TOTAL_WIDTH] : [])],
      rows: people.map((row) => ({
        name: row.name,
        note: row.of || (row.visitor ? words.visitor : ''),
        cells: [...block.map(({ slot, at }) => cellOf(row, slot, row.marks[at] ?? null)), ...time(row)],
      })),
    };
  }

  const groups = [
    { title: words.participants, isTrainer: false },
    { title: words.trainers, isTrainer: true },
  ];
  const chapters = blocks.flatMap((block, number) =>
    groups.flatMap(({ title, isTrainer }): Chapter[] => {
      const there = new Set(block.flatMap(({ at }) => peopleAt(sheet, at)));
      const people = sheet.rows.filter((row) => row.isTrainer === isTrainer && there.has(row));
      if (people.length === 0) return [];
      const part = blocks.length > 1 ? ` · ${words.part(number + 1, blocks.length)}` : '';
      return [{ title: title + part, grid: gridOf(people, block, number === blocks.length - 1) }];
    }),
  );
  const places = [...new Set(sheet.slots.map(({ place }) => place))].filter(Boolean).join(', ');
  const held = sheet.rows.filter(({ isTrainer }) => isTrainer).map(({ name }) => name);
  const facts: [string, string][] = [
    [words.kind, t.events.kinds[sheet.kind]],
    [words.branch, sheet.branch],
    [words.place, places],
    [words.dates, String(sheet.slots.length)],
    [words.heldBy, held.join(', ')],
    [words.attended, f.duration(total('participant'))],
    [words.held, held.length > 0 ? f.duration(total('trainer')) : ''],
  ];
  return {
    about: {
      title: words.title(sheet.title),
      organisation,
      language,
      at: new Date(nowMs),
      mark: '',
      page: words.page,
      unknown: words.unknown,
      ...(isLying ? { layout: 'landscape' as const } : {}),
    },
    alerts: cells.every(({ state }) => state.state === 'received') ? [] : [words.notReceived],
    facts: facts.filter(([, said]) => said !== ''),
    chapters,
    end: words.printed(f.receipt(new Date(nowMs).toISOString())),
  };
}

/** A half-day, and which one it is. */
interface Placed {
  slot: AttendanceSlot;
  at: number;
}

const sumOf = (cells: readonly MarkCell[]): number => cells.reduce((sum, cell) => sum + minutesOf(cell), 0);

/** As many blocks as are needed, of as many half-days each as can be. */
function blocksOf(slots: readonly Placed[], max: number): Placed[][] {
  const count = Math.ceil(slots.length / max);
  const size = Math.ceil(slots.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => slots.slice(index * size, (index + 1) * size));
}
