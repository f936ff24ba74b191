/** The French texts of groups that every phone has. */

export const fr = {
  group: {
    sorts: { circle: 'Cercle', local: 'Groupe local', cohort: 'Promotion' },
  },
  more: {
    groups: 'Groupes',
  },
  sync: {
    kinds: { group: 'Groupe' },
  },
  refused: {
    kinds: { group: 'Groupe' },
  },
  today: {
    kind: {
      groupAction: 'Action de votre groupe',
      groupJoining: 'Demande à rejoindre votre groupe',
      groupCandidate: 'Candidature à un mandat',
      groupMandate: 'Mandat à pourvoir',
    },
  },
  conflict: {
    fields: {
      name: 'Nom',
      sort: 'Nature du groupe',
      byApproval: 'Sur accord',
      starts: 'À partir du',
      ends: 'Jusqu’au',
      day: 'Jour',
      done: 'Fait',
    },
  },
  reread: {
    fields: { aim: 'Raison d’être', duties: 'Missions' },
  },
};
