/** The English texts for those who hold an event. */
import type { fr } from './fr_team.ts';

export const en: typeof fr = {
  create: 'New event',
  signupOpen: 'Answers open',
  branch: 'Branch',
  addSlot: 'Add a slot',
  slot: (n) => `Slot ${n}`,
  starts: 'Start',
  ends: 'End',
  place: 'Place',
  capacity: 'Seats',
  capacityHint: 'Empty: no limit',
  belowSeated: (n) =>
    n === 1
      ? 'One more person has a seat already and keeps it. The next free seat is given to nobody.'
      : `${n} more people have a seat already and keep it. The next ${n} free seats are given to nobody.`,
  description: 'Description',
  name: 'Title',
  kind: 'Type',
  status: 'Status',
  endBeforeStart: 'The end must come after the start.',
  attendance: (title) => `Attendance sheet: ${title}`,
  printAttendance: 'Print the attendance sheet',
  person: 'Name',
  trainer: 'Held by (name and signature)',
  guests: 'Who is coming',
  diets: 'Diets of those who come',
  answers: { 'needs-action': '', accepted: 'Coming', tentative: 'Maybe', declined: 'Not coming' },
};
