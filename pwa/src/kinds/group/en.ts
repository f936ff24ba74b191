/** The English texts of groups that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  group: {
    sorts: { circle: 'Circle', local: 'Local group', cohort: 'Cohort' },
  },
  more: {
    groups: 'Groups',
  },
  sync: {
    kinds: { group: 'Group' },
  },
  refused: {
    kinds: { group: 'Group' },
  },
  today: {
    kind: {
      groupAction: 'Action of your group',
      groupJoining: 'Somebody asks to join your group',
      groupCandidate: 'Somebody stands for a mandate',
      groupMandate: 'Mandate to be filled',
    },
  },
  conflict: {
    fields: {
      name: 'Name',
      sort: 'Kind of group',
      byApproval: 'With agreement',
      starts: 'From',
      ends: 'Until',
      day: 'Day',
      done: 'Done',
    },
  },
  reread: {
    fields: { aim: 'Purpose', duties: 'Duties' },
  },
};
