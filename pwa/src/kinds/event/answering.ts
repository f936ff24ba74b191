/** An answer is given to the event as it is now, and goes as a whole. */
import type { AnswerFields, Command, EventSheet } from '../../client/generated/types.ts';

export function answering({ row, myAnswer }: EventSheet, changes: Partial<AnswerFields>): Command {
  const none = { comment: '', carpoolSeats: 0, carpoolFrom: '', diet: '' };
  const answer = { ...none, ...myAnswer, status: row.answer, ...changes, forSequence: row.sequence };
  return { type: 'answerEvent', event: row.info.id, answer };
}
