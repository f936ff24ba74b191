/** The English texts of opportunities that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  opportunities: {
    title: 'Opportunities',
    opportunity: 'Opportunity',
    actions: 'Actions',
    sources: {
      market: 'Market',
      partner: 'Partner',
      member: 'A member',
      watch: 'Watch',
    },
    kinds: {
      call: 'Call for projects',
      signal: 'Signal',
      need: 'Need',
      idea: 'Idea',
      experiment: 'Experiment',
    },
    statuses: {
      published: 'Published',
      studying: 'Being studied',
      go: 'Go',
      no_go: 'No go',
      done: 'Closed',
    },
    experimentStatuses: {
      planned: 'Planned',
      running: 'Running',
      stopped: 'Stopped',
      adopted: 'Adopted',
    },
    actionStatuses: {
      todo: 'To do',
      doing: 'Under way',
      done: 'Done',
    },
  },
  capture: {
    idea: 'Idea, opportunity',
    ideaHint: 'A call, a need, something to try',
  },
  sync: {
    kinds: {
      opportunity: 'Opportunity',
    },
  },
  refused: {
    kinds: {
      opportunity: 'Opportunity',
    },
  },
  today: {
    kind: {
      opportunityAction: 'Action to do',
      decide: 'Opportunity to decide',
      result: 'Result of an experiment to tell',
      teach: 'An experiment to tell of in the guide',
    },
  },
  conflict: {
    fields: {
      source: 'Where it comes from',
      deadline: 'Answer by',
      impact: 'Impact',
      effort: 'Effort',
    },
  },
  reread: {
    fields: {
      hypothesis: 'Hypothesis',
      measure: 'Measure',
      result: 'Result',
    },
  },
};
