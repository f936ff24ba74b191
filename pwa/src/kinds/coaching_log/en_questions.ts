/** The questions, in English, that a coach may go through in a session: by stage, by sort of session, by sector. */
import type { Questions } from './questions.ts';

export const en: Questions = {
  objectives: {
    any: ['What must be decided by the end of this session?'],
  },
  points: {
    diagnosis: [
      'The project in one sentence: what, for whom, where?',
      'Experience, diplomas, cards or permits that this trade asks for?',
      'What does it take to live while it starts?',
      'Why a cooperative, and not alone?',
    ],
    follow_up: ['What has moved since last time?', 'What is stuck?'],
    commercial: [
      'Who buys, at what price, how many times a year?',
      'Which quotes are pending, which to follow up?',
      'Where do customers come from?',
    ],
    management: [
      'Treasury in three months: what does the last statement say?',
      'Which invoices are overdue?',
      'Does the price cover time, expenses and contribution?',
    ],
    legal: [
      'Quote, terms, contract: what does the customer sign?',
      'Which insurance, until when?',
      'Who owns files, pictures, customers?',
    ],
    associate: [
      'What does being an associate mean here: shares, vote, assembly?',
      'Which commitment, which mandate?',
    ],
    cape: ['Is the preparation programme of the CAPE on track?'],
    cesa: ['Is the minimum activity of the contract in sight?'],
  },
  plan: {
    any: ['Three actions at most: who, what, by when?', 'When do we meet again?'],
  },
  'eightPoints.0': {
    any: [
      'Which of the written goals were reached, and which were not?',
      'Turnover, margin, treasury: what does the last statement say?',
    ],
    cape: ['First customers, first invoices: what did they teach?'],
    cesa: ['Is the minimum activity of the contract reached?'],
    associate: ['What part did you take in the life of the cooperative?'],
  },
  'eightPoints.1': {
    any: ['What do you see for the next six months?', 'Which quotes and contacts are under way?'],
    cape: ['At the end of the CAPE: renew it, go on to a CESA, or stop?'],
    cesa: ['What would it take to raise the fixed pay?'],
  },
  'eightPoints.2': {
    any: ['Which goals, measurable, by which date?'],
    cape: ['What must be shown before the end of the CAPE?'],
    cesa: ['Which minimum activity for the coming period?'],
    associate: ['Which minimum activity for the coming period?'],
  },
  'eightPoints.3': {
    any: ['Which support do you expect, and from whom?', 'Which training, by when?'],
  },
  'eightPoints.4': {
    any: ['Who does what, by when?', 'What would go better with other members?'],
  },
  'eightPoints.5': {
    any: ['Accident, near miss, fatigue: what happened? Keep to facts.'],
    building: ['Heights, machines, dust, lifting: protection and training up to date?'],
    farming: ['Machines, products, heat, working alone: which protection?'],
    care: ['Lifting, travel, working alone in people’s homes: which precautions?'],
    digital: ['Workplace, screen, isolation, hours: is it bearable?'],
    advice: ['Travel, screen, hours: is it bearable?'],
    training: ['Voice, travel, rooms: is it bearable?'],
    arts: ['Noise, solvents, set-up, night travel: which protection?'],
  },
  'eightPoints.6': {
    any: ['When is the deadline to become an associate, and what is left to do?'],
    cape: ['Did we speak of what an associate is: shares, vote, assembly?'],
    cesa: ['How many shares, paid how, candidacy for which assembly?'],
    associate: ['Which group, which mandate?'],
  },
  'eightPoints.7': {
    any: ['Leave taken, leave left, next dates?'],
    cape: ['A CAPE gives no paid leave: which times of rest?'],
  },
};
