/** What a field says of what is typed in it, in English. */
import type { field as fr } from './fr_field.ts';

export const field: typeof fr = {
  unreadable: {
    money: 'Write an amount, such as 12,50.',
    rate: 'Write a percentage, such as 5,5.',
    distance: 'Write kilometres, such as 12,4.',
    minutes: 'Write a duration, such as 1:30.',
    whole: 'Write a whole number, in digits.',
  },
  atLeast: (least) => `At least ${least}.`,
  atMost: (most) => `At most ${most}.`,
  asked: 'This can be read in more than one way, or is not sure: choose below.',
  question: (readings) => `${readings}?`,
  or: ' or ',
  half: 'This date is incomplete, or does not exist.',
  years: (first, last) => `The year must be between ${first} and ${last}.`,
  tooLong: (bytes, max) =>
    `Too long: ${bytes} characters, ${max} at most (a letter with an accent counts for two). Cut it into several.`,
  inYear: (year) => `Saved in ${year}.`,
  movedTo: (year) => `Moved to ${year}.`,
  see: 'See',
};
