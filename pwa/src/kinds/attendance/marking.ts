/** What is done on a sheet: marks are never rewritten, so what is corrected is taken back and marked anew, in one write. */
import type {
  AttendanceRow,
  AttendanceSlot,
  Command,
  MarkCell,
  MarkFields,
  Presence,
  TakesPart,
} from '../../client/generated/types.ts';
import { language } from '../../lib/i18n/language.svelte.ts';
import { newUlid } from '../../lib/ulid.ts';
import { give } from '../../state/app.svelte.ts';
import { complaint } from '../../state/saving.ts';
import { toasts } from '../../state/toasts.svelte.ts';
import { inAttendance } from './entries.ts';

/** What may be marked of somebody in one tap. */
export type Choice = 'present' | 'trainer' | 'excused' | 'absent';

/** A half-day as it is on the screen. */
export interface At {
  event: string;
  slot: AttendanceSlot;
}

/** Whom it is about. */
export type Who = Pick<AttendanceRow, 'member' | 'visitor' | 'isTrainer'>;

/** Their hand: drawn, or typed. */
export type Hand = Pick<MarkFields, 'strokes' | 'typed'>;

const NO_HAND: Hand = { strokes: '', typed: '' };

const taking = (event: string, id: string, removed: boolean): Command => ({
  type: 'remove',
  entry: inAttendance(event, 'marks', id),
  removed,
});

function marking(
  { event, slot }: At,
  who: Who,
  presence: Presence,
  part: TakesPart,
  hand = NO_HAND,
): Extract<Command, { type: 'markAttendance' }> {
  const { id, start, end } = slot;
  const { member: person, visitor } = who;
  const mark: MarkFields = { person, visitor, slot: id, start, end, presence, part, ...hand };
  return { type: 'markAttendance', event, id: newUlid(), mark };
}

/** Writes all of it at once, or nothing; and offers the way back. */
async function write(commands: Command[], undo: Command[], text: string): Promise<boolean> {
  const given = await give({ type: 'doAll', commands });
  const wrong = complaint(given);
  if (wrong !== null) toasts.show({ text: wrong, tone: 'bad' });
  else if (given.outcome === 'saved') {
    const run = (): void => void takeBack(undo);
    toasts.show({ text, tone: 'plain', action: { label: language.t.common.undo, run } });
  }
  return wrong === null;
}

async function takeBack(commands: Command[]): Promise<void> {
  const wrong = complaint(await give({ type: 'doAll', commands }));
  if (wrong !== null) toasts.show({ text: wrong, tone: 'bad' });
}

/** Puts a mark in the place of others. */
function put(
  at: At,
  made: ReturnType<typeof marking>,
  before: readonly string[],
  text: string,
): Promise<boolean> {
  const all = (removed: boolean): Command[] => before.map((id) => taking(at.event, id, removed));
  return write([...all(true), made], [taking(at.event, made.id, true), ...all(false)], text);
}

/** Marks somebody, in place of what stands of them. */
export function mark(
  at: At,
  who: Who,
  cell: MarkCell | null,
  choice: Choice,
  text: string,
): Promise<boolean> {
  const presence = choice === 'trainer' ? 'present' : choice;
  // Who holds it, holds it whether they came or not.
  const part = choice === 'trainer' || (choice !== 'present' && who.isTrainer) ? 'trainer' : 'participant';
  const made = marking(at, who, presence, part);
  return put(at, made, cell?.ids ?? [], text);
}

/** Takes a signature. That they are there may be marked already: it stays beside it. */
export function sign(
  at: At,
  row: AttendanceRow,
  cell: MarkCell | null,
  hand: Hand,
  text: string,
): Promise<boolean> {
  const part = cell?.part ?? (row.isTrainer ? 'trainer' : 'participant');
  const made = marking(at, row, 'present', part, hand);
  return put(at, made, cell?.presence === 'present' ? [] : (cell?.ids ?? []), text);
}

/** Takes back all that is marked of somebody. */
export function clear({ event }: At, { ids }: MarkCell, text: string): Promise<boolean> {
  return write(
    ids.map((id) => taking(event, id, true)),
    ids.map((id) => taking(event, id, false)),
    text,
  );
}

/** Takes a visitor out, with all that is marked of them. */
export function takeOut(event: string, { visitor, marks }: AttendanceRow, text: string): Promise<boolean> {
  const all = (removed: boolean): Command[] => [
    ...marks.flatMap((cell) => cell?.ids ?? []).map((id) => taking(event, id, removed)),
    { type: 'remove', entry: inAttendance(event, 'visitors', visitor ?? ''), removed },
  ];
  return write(all(true), all(false), text);
}

/** Marks as absent all of whom nothing is marked. */
export function absent(at: At, people: readonly Who[], text: string): Promise<boolean> {
  const made = people.map((who) => marking(at, who, 'absent', who.isTrainer ? 'trainer' : 'participant'));
  return write(
    made,
    made.map(({ id }) => taking(at.event, id, true)),
    text,
  );
}
