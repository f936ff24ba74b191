/** The English texts of consultations that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  consultation: {
    methods: {
      consent: 'Consent',
      advice: 'Advice',
      poll: 'Vote between options',
      date_poll: 'Choice of a date',
    },
    positions: { consent: 'I consent', objection: 'I object', abstain: 'I stand aside' },
  },
  more: {
    decisions: 'Decisions',
  },
  sync: {
    kinds: { consultation: 'Consultation', stance: 'Your answer', tally: 'Result of a consultation' },
  },
  refused: {
    kinds: { consultation: 'Consultation', stance: 'Your answer', tally: 'Result of a consultation' },
  },
  today: {
    kind: {
      stance: 'Your answer is awaited',
      stanceOfAssociates: 'Associates are consulted',
      outcome: 'Result to be published',
    },
  },
  conflict: {
    fields: {
      question: 'Question',
      method: 'Method',
      secret: 'Secret ballot',
      closes: 'End',
      quorumBp: 'Quorum',
      proxies: 'Proxies for each person',
      option: 'Your choice',
      position: 'Your position',
      proxy: 'Your proxy',
    },
  },
  reread: {
    fields: { details: 'Details', outcome: 'Result', reason: 'Why' },
  },
};
