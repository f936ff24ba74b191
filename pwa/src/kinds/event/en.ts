/** The English texts of the events screens. */
import { en as s } from '../../lib/i18n/plural.ts';
import type { fr } from './fr.ts';

const events: (typeof fr)['events'] = {
  title: 'Events',
  upcoming: 'Coming up',
  past: 'Past',
  none: 'No event coming up.',
  noneHint: 'The cooperative’s workshops, trainings and meetings appear here.',
  event: 'Event',
  kinds: {
    workshop: 'Workshop',
    training: 'Training',
    info_meeting: 'Information meeting',
    meetup: 'Meetup',
    assembly: 'General assembly',
    partner_event: 'Partner event',
    other: 'Other',
  },
  statuses: { tentative: 'To be confirmed', confirmed: 'Confirmed', cancelled: 'Cancelled' },
  answers: {
    'needs-action': 'Not answered yet',
    accepted: 'I am coming',
    tentative: 'Maybe',
    declined: 'I am not coming',
  },
  yourAnswer: 'Your answer',
  seats: {
    none: '',
    to_come: 'Answer received, seat not on this phone yet',
    requested: 'Request noted, seat not guaranteed',
    seated: 'Seat confirmed',
    waitlisted: 'On the waiting list',
  },
  seatsTaken: (taken, capacity) => `${s(taken, 'seat taken', 'seats taken')} of ${capacity}`,
  going: (n) => s(n, 'person is coming', 'people are coming'),
  waiting: (n) => `${s(n, 'person', 'people')} on the waiting list`,
  reconfirm: 'The time or place has changed: please confirm your answer.',
  rank: (n) => `Number ${n} on the waiting list`,
  over: 'This event is over.',
  told: 'What is told of it',
  tell: 'Tell it',
  toldNone: 'Nobody has told it yet.',
  leaving: 'It is full: your seat goes to somebody else at once.',
  keepSeat: 'Keep my seat',
  giveUp: 'Give it up',
  closed: 'Answers are closed.',
  waitingList: 'Waiting list',
  participants: 'Participants',
  cancelled: 'This event is cancelled.',
  rides: 'Lifts',
  rideSeats: (n) => s(n, 'seat in a car', 'seats in a car'),
  more: 'Diet, lift, a word',
  diet: 'Diet',
  comment: 'A word to the team',
  readByTeam: 'The team and those who facilitate the event read your diet and your word.',
  carpoolSeats: 'Seats you offer in your car',
  carpoolFrom: 'Leaving from',
  readByAll: 'Everybody sees the lift you offer, once you have your seat.',
};

export const en: typeof fr = {
  events,
  nav: {
    events: 'Events',
  },
  sync: {
    kinds: {
      event: 'Event',
      rsvp: 'Answer to an event',
      roster: 'Event',
      guests: 'Event',
      rides: 'Event',
      waitlist: 'Event',
      places: 'Event',
    },
  },
  refused: {
    kinds: {
      event: 'Event',
      rsvp: 'Answer',
      roster: 'Seats',
      guests: 'Answers',
      rides: 'Lifts',
      waitlist: 'Waiting list',
      places: 'Waiting list',
    },
  },
  capture: {
    answer: 'Answer',
    answerHint: 'To an event',
  },
  today: {
    kind: {
      answer: 'To answer',
      reconfirm: 'To confirm again',
    },
  },
  conflict: {
    fields: {
      capacity: 'Seats',
      signupOpen: 'Answers open',
    },
  },
  reread: {
    fields: {
      description: 'Description',
    },
  },
};
