/** The English texts of partners that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  partners: {
    title: 'Partners',
    partner: 'Partner',
    kind: 'What it is to us',
    kinds: {
      economic: 'Business',
      social: 'Social',
      institution: 'Institution',
      funder: 'Funder',
      prescriber: 'Prescriber',
      press: 'Press',
      network: 'Network',
    },
    acts: {
      meeting: 'Meeting',
      event: 'Event',
      convention: 'Convention',
      subsidy: 'Subsidy',
      visit: 'Visit',
      call: 'Call',
    },
    all: 'All',
    search: 'Search for a partner, a territory',
    noCards: 'No partner is presented yet.',
    noCardsHint: 'The team chooses the partners that everybody sees here, with the person to ask.',
    noMatch: 'No partner matches.',
    ask: (name) => `Ask ${name}`,
    mine: 'I have a mandate for',
    others: 'Shown to all',
  },
  capture: {
    visit: 'Visit, talk with a partner',
    visitHint: 'Who, how long, and what comes next',
  },
  sync: {
    kinds: {
      partner: 'Partner',
      partner_card: 'Card of a partner',
    },
  },
  refused: {
    kinds: {
      partner: 'Partner',
      partner_card: 'Card of a partner',
    },
  },
  today: {
    kind: {
      nextStep: 'Next step with a partner',
      agreementEnds: 'Agreement that ends',
    },
  },
  conflict: {
    fields: {
      territory: 'Territory',
      ask: 'Whom to ask',
      act: 'What it was',
      presented: 'Shown to all',
      doneAt: 'Done on',
      role: 'Position',
    },
  },
  reread: {
    fields: {
      brings: 'What it brings',
      note: 'Note',
      deliverables: 'What is owed',
    },
  },
};
