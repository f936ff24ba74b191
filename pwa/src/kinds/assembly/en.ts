/** The English texts of assemblies that every phone has. */
import type { fr } from './fr.ts';

export const en: typeof fr = {
  assembly: {
    majorities: { simple: 'Simple majority', two_thirds: 'Two thirds' },
  },
  more: {
    assemblies: 'Assemblies',
  },
  sync: {
    kinds: { assembly: 'Assembly' },
  },
  refused: {
    kinds: { assembly: 'Assembly' },
  },
  today: {
    kind: {
      assemblyNotice: 'Notice to be sent',
      assemblyProxy: 'Somebody lets you vote for them',
      assemblyHeld: 'Past assembly: to be concluded',
    },
  },
  conflict: {
    fields: {
      noticeSent: 'Notice sent on',
      voters: 'People with a vote',
      present: 'Present',
      proxiesMax: 'Proxies for each person',
      rank: 'Place',
      link: 'Link',
      majority: 'Majority',
      votesFor: 'For',
      votesAgainst: 'Against',
      votesAbstain: 'Abstentions',
    },
  },
  reread: {
    fields: { proceedings: 'Minutes' },
  },
};
